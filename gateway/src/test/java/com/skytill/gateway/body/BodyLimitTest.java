package com.skytill.gateway.body;

import com.skytill.gateway.stub.RawHttp;
import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class BodyLimitTest {

    private static final int LIMIT = 1024 * 1024;
    private static final String OPERATION = "/api/v1/add_hotspot_voucher";

    @Test
    void requestWhenBodyAtLimitThenPassed() {
        for (String type : new String[] {"application/json", "text/csv"}) {
            given().header("Authorization", "Bearer " + Tokens.radius())
                    .contentType(type)
                    .body(new byte[LIMIT])
                    .post(OPERATION)
                    .then()
                    .statusCode(200)
                    .body("length", equalTo(LIMIT));
        }
    }

    @Test
    void requestWhenBodyBeyondLimitThenTooLarge() {
        for (String type : new String[] {"application/json", "text/csv", "multipart/form-data; boundary=x"}) {
            given().header("Authorization", "Bearer " + Tokens.radius())
                    .contentType(type)
                    .body(new byte[LIMIT + 1])
                    .post(OPERATION)
                    .then()
                    .statusCode(413)
                    .contentType("application/problem+json")
                    .body("code", equalTo("payload_too_large"));
        }
    }

    @Test
    void requestWhenChunkedBodyBeyondLimitThenTooLarge() throws IOException {
        String chunk = "10000\n" + "x".repeat(0x10000) + "\n";
        for (String type : new String[] {"application/json", "text/csv"}) {
            for (String path : new String[] {OPERATION, "/oauth/token"}) {
                String answer = RawHttp.send(
                        RestAssured.port, """
                        POST %s HTTP/1.1
                        Host: gateway.test
                        Authorization: Bearer %s
                        Content-Type: %s
                        Transfer-Encoding: chunked
                        Connection: close

                        """.formatted(path, Tokens.radius(), type) + chunk.repeat(20) + "0\n\n");
                assertTrue(answer.startsWith("HTTP/1.1 413 "), path + type + answer);
                assertTrue(answer.contains("payload_too_large"), answer);
            }
        }
    }

    @Test
    void requestWhenStrangersBodyBeyondLimitThenTooLarge() {
        given().contentType("application/json")
                .body(new byte[LIMIT + 1])
                .post("/api/v1/import_hotspot_vouchers")
                .then()
                .statusCode(413);
    }

    @Test
    void requestWhenOperationHasOwnLimitThenPassed() {
        given().header("Authorization", "Bearer " + Tokens.radius())
                .contentType("text/csv")
                .body(new byte[3 * LIMIT])
                .post("/api/v1/import_hotspot_vouchers")
                .then()
                .statusCode(200)
                .body("length", equalTo(3 * LIMIT));
    }

    @Test
    void requestWhenLargeMultipartHoldsSecondTokenThenRefused() {
        given().header("Authorization", "Bearer " + Tokens.radius())
                .multiPart("file", "f.csv", new byte[3 * LIMIT])
                .multiPart("access_token", Tokens.radius())
                .post("/api/v1/import_hotspot_vouchers")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_request"));
    }

    @Test
    void requestWhenContinueExpectedThenAskedForOnlyWhenWanted() throws IOException {
        String head = """
                POST %s HTTP/1.1
                Host: gateway.test
                Authorization: Bearer %s
                Content-Type: text/csv
                Expect: 100-continue
                Connection: close
                Content-Length: %d

                """;
        String wanted = RawHttp.send(RestAssured.port, head.formatted(OPERATION, Tokens.radius(), 3) + "a,b");
        assertTrue(wanted.startsWith("HTTP/1.1 100 Continue"), wanted);
        assertTrue(wanted.contains("HTTP/1.1 200 "), wanted);
        String tooLarge = RawHttp.send(RestAssured.port, head.formatted(OPERATION, Tokens.radius(), LIMIT + 1));
        assertTrue(tooLarge.startsWith("HTTP/1.1 413 "), tooLarge);
        String unauthorized = RawHttp.send(RestAssured.port, head.formatted(OPERATION, Tokens.of("bad"), 3));
        assertTrue(unauthorized.startsWith("HTTP/1.1 401 "), unauthorized);
        assertFalse(unauthorized.contains("100 Continue"), unauthorized);
    }
}
