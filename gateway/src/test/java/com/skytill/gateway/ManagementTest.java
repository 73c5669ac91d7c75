package com.skytill.gateway;

import com.skytill.gateway.stub.StubServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** A gateway that was started while auth-service is away. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@TestProfile(ManagementTest.Alone.class)
class ManagementTest {

    /** Nobody listens on port 1. */
    public static final class Alone implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1");
        }
    }

    @Test
    void requestForHealthWhenAuthServiceAwayThenReady() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        // A token there is none of our business.
        given().header("Authorization", "Bearer x").get("/q/health").then().statusCode(200);
    }

    @Test
    void requestForMetrics() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
        given().get("/q/metrics").then().body(containsString("skytill_gateway_requests 0.0"));
        given().get("/q/metrics").then().body(containsString("skytill_gateway_body_bytes 0.0"));
    }

    @Test
    void requestWhenAuthServiceAwayThenUnavailable() {
        given().header("Authorization", "Bearer sk_any")
                .get("/api/v1/get_hotspot_vouchers")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("upstream_unavailable"));
    }
}
