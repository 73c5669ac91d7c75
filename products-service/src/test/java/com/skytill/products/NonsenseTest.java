package com.skytill.products;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

import static com.skytill.products.Api.DATA;
import static com.skytill.products.Api.account;
import static com.skytill.products.Api.code;
import static com.skytill.products.Api.found;
import static com.skytill.products.Api.submit;
import static com.skytill.products.Api.with;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Terms that make no sense together: each is refused by its name, and no product comes of it. */
@QuarkusTest
class NonsenseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account | capped_download_kbps=64&capped_upload_kbps=64 | capped_download_kbps,capped_upload_kbps",
                "account | add_overusage_on_topup=true | add_overusage_on_topup",
                "account | rollover_months=1 | rollover_months",
                "account | data_cap=1GB&capped_download_kbps=64 | capped_upload_kbps",
                "account | data_cap=1GB&capped_upload_kbps=64 | capped_download_kbps",
                "account | data_cap=1GB&capped_download_kbps=10241&capped_upload_kbps=64 | capped_download_kbps",
                "account | data_cap=1GB&capped_download_kbps=64&capped_upload_kbps=2049 | capped_upload_kbps",
                "account | data_cap=1GB&add_overusage_on_topup=true | add_overusage_on_topup",
                "account | validity=P30D | validity",
                "account | validity_starts=issue | validity_starts",
                "account | time_quota=PT1H | time_quota",
                "hotspot | validity_starts=issue | validity_starts",
                "hotspot | data_cap=1GB&rollover_months=1 | rollover_months",
                "prepaid | data_cap=1GB&rollover_months=1 | rollover_months",
                "prepaid | data_cap=1GB&capped_download_kbps=1&capped_upload_kbps=1&add_overusage_on_topup=true"
                        + " | add_overusage_on_topup",
                "hotspot | validity=PT0.5S | validity",
                "hotspot | max_devices=0 | max_devices",
                "hotspot | data_cap=0 | data_cap",
            })
    void termsAreRefusedByName(String kind, String terms, String named) {
        String code = code();
        Map<String, Object> parameters = with(account(code), "kind", kind);
        for (var term : terms.split("&", -1)) {
            String[] sides = term.split("=", 2);
            parameters.put(sides[0], sides[1]);
        }
        submit("add_data_product", parameters)
                .statusCode(400)
                .body("code", equalTo("invalid_parameter"))
                .body("errors.parameter", equalTo(List.of(named.split(",", -1))));
        assertTrue(found(DATA, code).isEmpty());
    }

    @Test
    void allThatMakesNoSenseIsToldAtOnce() {
        var parameters = with(with(account(code()), "validity", "P1D"), "rollover_months", 2);
        submit("add_data_product", with(parameters, "capped_upload_kbps", 1))
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("capped_upload_kbps", "rollover_months", "validity")));
    }
}
