package com.skytill.gateway.route;

import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** A gateway whose operator has switched off what may be, and put it behind a proxy. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@TestProfile(SwitchesTest.Strict.class)
class SwitchesTest {

    /** The strict configuration. */
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "skytill.gateway.api.tokens-in-urls", "false",
                    "skytill.gateway.api.updates-by-get", "false",
                    "skytill.gateway.forwarded.trusted-proxies", "10.0.0.0/8,127.0.0.0/8");
        }
    }

    @Test
    void requestWithTokenInUrlWhenOffThenRefused() {
        given().queryParam("access_token", Tokens.radius())
                .get("/api/v1/get_hotspot_vouchers")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"skytill\", error=\"invalid_token\"")
                .body("code", equalTo("invalid_token"));
        given().formParam("access_token", Tokens.radius())
                .post("/api/v1/get_hotspot_vouchers")
                .then()
                .statusCode(200);
    }

    @Test
    void requestToUpdateByGetWhenOffThenRefused() {
        given().header("Authorization", "Bearer " + Tokens.radius())
                .get("/api/v1/add_hotspot_voucher")
                .then()
                .statusCode(405)
                .header("Allow", "POST")
                .body("code", equalTo("method_not_allowed"));
        given().header("Authorization", "Bearer " + Tokens.radius())
                .get("/api/v1/get_hotspot_vouchers")
                .then()
                .statusCode(200);
    }

    @Test
    void requestFromTrustedProxyThenItsWordTaken() {
        given().header("Authorization", "Bearer " + Tokens.radius())
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "api.wisp.test")
                .header("Forwarded", "for=203.0.113.9;proto=https")
                .get("/api/v1/get_hotspot_vouchers")
                .then()
                .statusCode(200)
                .body("headers.'x-forwarded-for'", equalTo(List.of("203.0.113.9, 127.0.0.1")))
                .body("headers.'x-client-address'", equalTo(List.of("203.0.113.9")))
                .body("headers.'x-forwarded-proto'", equalTo(List.of("https")))
                .body("headers.'x-forwarded-host'", equalTo(List.of("api.wisp.test")))
                .body(
                        "headers.forwarded",
                        equalTo(List.of(
                                "for=203.0.113.9;proto=https, for=127.0.0.1;host=\"api.wisp.test\";proto=https")));
    }

    @Test
    void requestFromTrustedProxyWhenItsWordIsNonsenseThenOurs() {
        given().header("Authorization", "Bearer " + Tokens.radius())
                .header("X-Forwarded-Proto", "javascript")
                .header("X-Forwarded-Host", "a\"b")
                .get("/api/v1/get_hotspot_vouchers")
                .then()
                .statusCode(200)
                .body("headers.'x-forwarded-proto'", equalTo(List.of("http")));
    }
}
