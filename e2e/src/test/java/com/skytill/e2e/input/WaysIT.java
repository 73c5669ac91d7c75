package com.skytill.e2e.input;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.UUID;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** GET, form, multipart and JSON: the same parameters, the same effect, the same answer. */
@ExtendWith(SuiteExtension.class)
class WaysIT {

    private static final String NAME = "Ünïcode & Co. + 10 % = \"good\"";

    private final RunningSuite suite;

    WaysIT(RunningSuite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void updateThenAppliedAndReadBackByTheSameWay(Way way) throws Exception {
        var code = "e2e-" + UUID.randomUUID();
        var added = way.send(
                suite,
                Call.of("add_data_product")
                        .with("name", NAME)
                        .with("product_code", code)
                        .with("kind", "hotspot")
                        .with("price", "10.5")
                        .with("download_kbps", "1024")
                        .with("upload_kbps", "0")
                        .with("data_cap", "1.5 GiB"));

        assertEquals(201, added.status(), added.body());
        assertEquals("applied", added.text("/status"));
        assertEquals(NAME, added.text("/product/name"));
        assertEquals("10.50", added.text("/product/price"));
        assertEquals(1_610_612_736L, added.number("/product/data_cap"));
        assertTrue(added.number("/update_id") > 0);
        assertEquals("no-store", added.header("Cache-Control"));

        var found = way.send(
                suite,
                Call.of("get_available_data_products").with("search", code).with("limit", "10"));
        assertEquals(200, found.status(), found.body());
        assertEquals(1, found.json().path("items").size(), found.body());
        assertEquals(added.json().path("product"), found.json().path("items").get(0));
    }
}
