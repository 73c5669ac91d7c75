package com.skytill.auth;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.List;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** What the provider says of itself, and of whoever calls. */
@QuarkusTest
class DiscoveryTest {

    @Test
    void discoveryListsWhatIsThere() {
        for (String path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .body("issuer", equalTo(TestToken.ISSUER))
                    .body("token_endpoint", equalTo(TestToken.ISSUER + "/oauth/token"))
                    .body("code_challenge_methods_supported", equalTo(List.of("S256")))
                    .body("scopes_supported", hasItem("radius_write"));
        }
    }

    @Test
    void operationsTellUserAndSettings() {
        given().header(
                        "Authorization",
                        TestToken.of("radius_write").by("1", "admin").bearer())
                .get("/api/v1/get_oauth_user_details")
                .then()
                .statusCode(200)
                .body("user_id", equalTo(1))
                .body("name", equalTo("Administrator"))
                .body("client_id", equalTo("pos-till"))
                .body("permissions", equalTo(List.of("radius_read", "radius_write")));
        given().header(
                        "Authorization",
                        TestToken.of().by("vouchers", "vouchers").bearer())
                .get("/api/v1/get_oauth_user_details")
                .then()
                .statusCode(200)
                .body("user_id", nullValue());
        given().header("Authorization", TestToken.of().bearer())
                .get("/api/v1/get_config_settings")
                .then()
                .statusCode(200)
                .body("currency", equalTo("ZAR"))
                .body("time_zone", equalTo("Africa/Johannesburg"))
                .body("vat_percent", equalTo("15"))
                .body("enabled_modules", hasItem("hotspots"))
                .body("api_version", equalTo("1.0.4"));
        given().get("/api/v1/get_config_settings").then().statusCode(401);
        given().header("Authorization", TestToken.of().bearer())
                .queryParam("x", "1")
                .get("/api/v1/get_config_settings")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("x"));
    }
}
