package com.skytill.auth;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

import static com.skytill.auth.AuthApi.ADMIN;
import static com.skytill.auth.AuthApi.get;
import static com.skytill.auth.AuthApi.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The settings that staff may change. */
@QuarkusTest
class SettingsOperationsTest {

    private static final String ALL = "customers,data_accounts,hotspots,helpdesk,sales_leads,products";

    @AfterEach
    void restore() {
        post(
                        ADMIN,
                        "update_config_settings",
                        Map.of("company_name", "Skytill", "date_format", "yyyy-MM-dd", "enabled_modules", ALL))
                .then()
                .statusCode(200);
    }

    @Test
    void givenOnesChangeAndTheOthersStay() {
        post(
                        ADMIN,
                        "update_config_settings",
                        Map.of(
                                "address",
                                "1 Long Street\nCape Town",
                                "contact",
                                "+27 21 555 0100",
                                "date_format",
                                "dd/MM/yyyy"))
                .then()
                .statusCode(200)
                .body("settings.company_name", equalTo("Skytill"))
                .body("settings.address", equalTo("1 Long Street\nCape Town"));
        post(ADMIN, "update_config_settings", Map.of("enabled_modules", "products hotspots", "company_name", "Voël"))
                .then()
                .statusCode(200);
        get(TestToken.of(), "get_config_settings", Map.of())
                .body("company_name", equalTo("Voël"))
                .body("contact", equalTo("+27 21 555 0100"))
                .body("date_format", equalTo("dd/MM/yyyy"))
                .body("enabled_modules", equalTo(List.of("hotspots", "products")))
                .body("currency", equalTo("ZAR"));
        post(ADMIN, "update_config_settings", Map.of("enabled_modules", "none"))
                .then()
                .statusCode(200)
                .body("settings.enabled_modules", equalTo(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"date_format, dd-yyyy", "date_format, yyyy-MM-dd'T'HH", "enabled_modules, hotspot", "currency, USD"})
    void badInputChangesNothing(String parameter, String value) {
        var before = get(ADMIN, "get_config_settings", Map.of()).extract().asString();
        post(ADMIN, "update_config_settings", Map.of(parameter, value, "contact", "changed"))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
        var after = get(ADMIN, "get_config_settings", Map.of()).extract().asString();
        assertEquals(before, after);
    }

    @Test
    void nothingGivenIsRefused() {
        post(ADMIN, "update_config_settings", Map.of("company_name", ""))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("company_name")));
    }

    @Test
    void needsSystemWriteAndWaitsForReviewLikeAnyUpdate() {
        post(TestToken.of("system_read"), "update_config_settings", Map.of("company_name", "X"))
                .then()
                .statusCode(403);
        int update = post(
                        TestToken.of("system_write").by("1", "admin"),
                        "update_config_settings",
                        Map.of("company_name", "Reviewed"))
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        get(ADMIN, "get_config_settings", Map.of()).body("company_name", equalTo("Skytill"));
        post(ADMIN, "approve_auth_update", Map.of("update_id", update)).then().statusCode(200);
        get(ADMIN, "get_config_settings", Map.of()).body("company_name", equalTo("Reviewed"));
    }
}
