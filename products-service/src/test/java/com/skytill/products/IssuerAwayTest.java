package com.skytill.products;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** A service starts while the issuer of tokens is away, and says so rather than calling good tokens bad. */
@QuarkusTest
@TestProfile(IssuerAwayTest.NobodyListens.class)
class IssuerAwayTest {

    @Test
    void tokensThatCannotBeCheckedAreNotCalledInvalid() {
        given().header("Authorization", TestToken.of("products_read").bearer())
                .get("/api/v1/get_available_data_products")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("upstream_unavailable"));
    }

    @Test
    void serviceIsReady() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    public static final class NobodyListens implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            // Port 1 (tcpmux) is never served on a test machine.
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1");
        }
    }
}
