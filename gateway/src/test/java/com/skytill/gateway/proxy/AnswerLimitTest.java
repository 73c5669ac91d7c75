package com.skytill.gateway.proxy;

import com.skytill.gateway.stub.RawHttp;
import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@TestProfile(AnswerLimitTest.Narrow.class)
class AnswerLimitTest {

    private static final int LIMIT = 64 * 1024;

    /** Small answers only, but for one operation. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "skytill.gateway.body.answer-limit", "3000",
                    "skytill.gateway.body.answers.get_radius_export", "64K");
        }
    }

    private static Response get(String path) {
        return given().header("Authorization", "Bearer " + Tokens.radius()).get(path);
    }

    @Test
    void answerWhenDeclaredBeyondLimitThenFailed() {
        get("/api/v1/get_hotspot_vouchers?x=" + "a".repeat(1000)).then().statusCode(200);
        get("/api/v1/get_hotspot_vouchers?x=" + "a".repeat(3000))
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .header("X-Request-Id", notNullValue())
                .body("code", equalTo("upstream_failed"));
        given().get("/oauth/authorize?x=" + "a".repeat(3000)).then().statusCode(502);
        get("/api/v1/get_hotspot_vouchers").then().statusCode(200);
    }

    @Test
    void answerWhenStreamedBeyondLimitThenCutOff() throws IOException {
        assertEquals(LIMIT, get("/api/v1/get_radius_export?bytes=" + LIMIT).asByteArray().length);
        String answer = RawHttp.send(RestAssured.port, """
                GET /api/v1/get_radius_export?bytes=%d HTTP/1.1
                Host: gateway.test
                Authorization: Bearer %s

                """.formatted(100 * LIMIT, Tokens.radius()));
        assertFalse(answer.endsWith("<open>"), "closed");
        assertFalse(answer.endsWith("0\r\n\r\n"), "must not look whole");
        assertTrue(answer.length() < 2 * LIMIT, "" + answer.length());
    }
}
