package com.skytill.products;

import com.skytill.testing.parallel.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import static com.skytill.products.Api.NON_DATA;
import static com.skytill.products.Api.STAFF;
import static com.skytill.products.Api.STRANGER;
import static com.skytill.products.Api.added;
import static com.skytill.products.Api.code;
import static com.skytill.products.Api.found;
import static com.skytill.products.Api.get;
import static com.skytill.products.Api.hosting;
import static com.skytill.products.Api.hotspot;
import static com.skytill.products.Api.post;
import static com.skytill.products.Api.submit;
import static com.skytill.products.Api.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class NonDataProductsTest {

    private static final String ADD = "add_non_data_product";

    @Test
    void addedProductIsListed() {
        String code = code();
        submit(ADD, with(hosting(code), "description", "Ten sites\nof ours"))
                .statusCode(201)
                .body("product.price", equalTo("99.90"))
                .body("product.billing_period", equalTo("monthly"))
                .body("product.status", equalTo("active"))
                .body("product.retired_at", nullValue());
        var items = found(NON_DATA, code.toLowerCase(Locale.ROOT));
        assertEquals(1, items.size());
        assertEquals(code, items.getFirst().get("product_code"));
        assertEquals("Ten sites\nof ours", items.getFirst().get("description"));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String code = code();
        submit(ADD, Map.of("name", code, "product_code", "77", "price", "1,5", "billing_period", "weekly", "kind", "x"))
                .statusCode(400)
                .body("errors.parameter", hasItems("product_code", "price", "billing_period", "kind"));
        assertTrue(found(NON_DATA, code).isEmpty());
    }

    @Test
    void codesAndIdsAreSharedWithDataProducts() {
        String code = code();
        int hosting = added(ADD, hosting(code));
        submit("add_data_product", hotspot(code.toLowerCase(Locale.ROOT)))
                .statusCode(409)
                .body("code", equalTo("already_exists"));
        String other = code();
        int hotspot = added("add_data_product", hotspot(other));
        submit(ADD, hosting(other.toUpperCase(Locale.ROOT))).statusCode(409).body("code", equalTo("already_exists"));
        assertNotEquals(hosting, hotspot);
    }

    @Test
    void codeIsGivenOnceHoweverManyAddItAtOnce() throws Exception {
        String code = code();
        var statuses = Parallel.run(20, i -> {
            String written = i % 3 == 0 ? code.toUpperCase(Locale.ROOT) : code;
            return i % 2 == 0
                    ? post(STAFF, ADD, hosting(written)).statusCode()
                    : post(STAFF, "add_data_product", hotspot(written)).statusCode();
        });
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(19, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        assertEquals(1, found(NON_DATA, code).size() + found(Api.DATA, code).size());
    }

    @Test
    void waitingProductIsInvisibleAndTakesNoCode() {
        String code = code();
        int update = post(STRANGER, ADD, hosting(code))
                .then()
                .statusCode(202)
                .body("product", nullValue())
                .extract()
                .path("update_id");
        assertTrue(found(NON_DATA, code).isEmpty());
        added("add_data_product", hotspot(code));
        submit("approve_products_update", Map.of("update_id", update))
                .statusCode(409)
                .body("code", equalTo("already_exists"));
        assertTrue(found(NON_DATA, code).isEmpty());
    }

    @Test
    void pagesAreStableWhileProductsAreAdded() {
        String common = code();
        var ids = List.of(
                added(ADD, hosting(common + "-1")),
                added(ADD, hosting(common + "-2")),
                added(ADD, hosting(common + "-3")));
        var first = get(STAFF, NON_DATA, Map.of("search", common, "limit", 2)).then();
        first.body("items.product_id", equalTo(ids.subList(0, 2)));
        int late = added(ADD, hosting(common + "-0"));
        String next = first.extract().path("next");
        get(STAFF, NON_DATA, Map.of("search", common, "limit", 2, "after", next))
                .then()
                .body("items.product_id", equalTo(List.of(ids.get(2), late)))
                .body("next", nullValue());
    }

    @Test
    void searchTakesEveryCharacterForItself() {
        String common = code();
        added(ADD, with(hosting(common + "-1"), "name", "100% !up_time " + common));
        added(ADD, with(hosting(common + "-2"), "name", "1000 uptime " + common));
        for (var search : new String[] {"100% !up", "!UP_TIME " + common, "_time " + common}) {
            assertEquals(
                    1,
                    found(NON_DATA, search).stream()
                            .filter(item -> item.get("product_code").toString().startsWith(common))
                            .count(),
                    search);
        }
        // Not across the name and the code.
        assertTrue(found(NON_DATA, common + " " + common).isEmpty());
        assertEquals(2, found(NON_DATA, common.toUpperCase(Locale.ROOT)).size());
    }
}
