package com.skytill.gateway.proxy;

import com.skytill.gateway.stub.RawHttp;
import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class UpstreamFailureTest {

    private static Response get(String path) {
        return given().header("Authorization", "Bearer " + Tokens.of("none")).get("/api/v1/" + path);
    }

    private static Response post(String path) {
        return given().header("Authorization", "Bearer " + Tokens.of("none")).post("/api/v1/" + path);
    }

    @Test
    void requestWhenServiceDownThenUnavailable() {
        get("get_sales_leads")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("code", equalTo("upstream_unavailable"));
    }

    @Test
    void requestWhenServiceSilentThenTimeout() {
        get("get_customers?how=silent").then().statusCode(504).body("code", equalTo("upstream_timeout"));
    }

    @Test
    void requestWhenServiceTalksGarbageThenFailed() {
        get("get_customers?how=garbage").then().statusCode(502).body("code", equalTo("upstream_failed"));
    }

    @Test
    void requestWhenSmallAnswerBreaksOffThenFailed() {
        get("get_customers?how=short").then().statusCode(502).body("code", equalTo("upstream_failed"));
    }

    @Test
    void requestWhenLargeAnswerBreaksOffThenConnectionClosed() throws IOException {
        String answer = RawHttp.send(RestAssured.port, """
                GET /api/v1/get_customers?how=half HTTP/1.1
                Host: gateway.test
                Authorization: Bearer %s

                """.formatted(Tokens.of("none")));
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertFalse(answer.endsWith("<open>"), answer);
    }

    @Test
    void requestWhenConnectionStaleThenReadRepeatedOnce() {
        get("get_customers?how=stale&key=read").then().statusCode(200);
        get("get_customers?how=stale&key=read").then().statusCode(200);
        assertEquals("3", get("get_customers?how=count&key=read").asString());
    }

    @Test
    void requestWhenConnectionBreaksThenReadRepeatedOnlyOnce() {
        get("get_customers?how=close&key=twice").then().statusCode(502);
        assertEquals("2", get("get_customers?how=count&key=twice").asString());
    }

    @Test
    void requestWhenAnswerHadBegunThenNotRepeated() {
        get("get_customers?how=short&key=begun").then().statusCode(502);
        get("get_customers?how=garbage&key=begun").then().statusCode(502);
        assertEquals("2", get("get_customers?how=count&key=begun").asString());
    }

    @Test
    void requestWhenConnectionBreaksThenUpdateNotRepeated() {
        post("add_customer?how=close&key=update").then().statusCode(502).body("code", equalTo("upstream_failed"));
        get("add_customer?how=close&key=update").then().statusCode(502);
        assertEquals("2", get("get_customers?how=count&key=update").asString());
    }

    @Test
    void requestWhenServiceFailedThenGatewayGoesOn() {
        get("get_customers?how=garbage").then().statusCode(502);
        get("get_customers?how=fine").then().statusCode(200).body(startsWith("fine"));
    }
}
