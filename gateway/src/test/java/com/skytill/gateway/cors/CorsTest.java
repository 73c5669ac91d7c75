package com.skytill.gateway.cors;

import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@TestProfile(CorsTest.Named.class)
class CorsTest {

    private static final String APP = "https://app.example.org";
    private static final String OPERATION = "/api/v1/get_hotspot_vouchers";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    /** One origin may. */
    public static final class Named implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("skytill.gateway.cors.origins", APP + ",http://localhost:5173");
        }
    }

    private static RequestSpecification preflight(String origin) {
        return given().header("Origin", origin).header("Access-Control-Request-Method", "POST");
    }

    @Test
    void requestOfNamedOriginThenReadable() {
        given().header("Origin", APP)
                .header("Authorization", "Bearer " + Tokens.radius())
                .get(OPERATION)
                .then()
                .statusCode(200)
                .header(ALLOW_ORIGIN, APP)
                .header("Vary", containsString("origin"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header(
                        "Access-Control-Expose-Headers",
                        equalTo("Idempotency-Replayed, Retry-After, RateLimit-Limit, RateLimit-Remaining,"
                                + " RateLimit-Reset, X-Request-Id, WWW-Authenticate"));
    }

    @Test
    void requestOfNamedOriginWhenRefusedThenReadableToo() {
        given().header("Origin", APP).get(OPERATION).then().statusCode(401).header(ALLOW_ORIGIN, APP);
        given().header("Origin", APP).get("/nothing").then().statusCode(404).header(ALLOW_ORIGIN, APP);
    }

    @Test
    void requestOfOtherOriginThenNotReadable() {
        for (String origin :
                new String[] {"https://app.example.org.evil.test", "null", "*", "http://app.example.org"}) {
            given().header("Origin", origin)
                    .header("Authorization", "Bearer " + Tokens.radius())
                    .get(OPERATION)
                    .then()
                    .statusCode(200)
                    .header("Vary", containsString("origin"))
                    .header(ALLOW_ORIGIN, nullValue());
        }
    }

    @Test
    void preflightOfNamedOriginThenAnsweredWithoutToken() {
        preflight(APP)
                .options(OPERATION)
                .then()
                .statusCode(204)
                .header(ALLOW_ORIGIN, APP)
                .header("Access-Control-Allow-Methods", "GET, HEAD, POST")
                .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, X-Request-Id")
                .header("Access-Control-Max-Age", "7200")
                .header("Access-Control-Allow-Credentials", nullValue())
                .body(emptyString());
    }

    @Test
    void preflightOfOtherOriginThenNotAllowed() {
        preflight("https://evil.test").options(OPERATION).then().statusCode(405).header(ALLOW_ORIGIN, nullValue());
        given().header("Origin", APP).options(OPERATION).then().statusCode(405);
    }

    @Test
    void answerWhenServiceAllowsOriginsThenOnlyOursCounts() {
        given().header("Origin", "https://evil.test")
                .header("Authorization", "Bearer " + Tokens.of("none"))
                .get("/api/v1/get_customers?how=hop")
                .then()
                .statusCode(200)
                .header(ALLOW_ORIGIN, nullValue());
    }
}
