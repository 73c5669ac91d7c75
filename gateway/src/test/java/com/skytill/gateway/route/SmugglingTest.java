package com.skytill.gateway.route;

import com.skytill.gateway.stub.RawHttp;
import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class SmugglingTest {

    private static final String HEAD = """
            POST /api/v1/get_hotspot_vouchers HTTP/1.1
            Host: gateway.test
            Content-Type: application/x-www-form-urlencoded
            Authorization: Bearer %s
            """;

    private static String post(String rest) throws IOException {
        return RawHttp.send(RestAssured.port, HEAD.formatted(Tokens.radius()) + rest);
    }

    private static void assertRefused(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, answer);
        assertFalse(answer.endsWith("<open>"), "must be closed: " + answer);
    }

    @Test
    void requestWhenChunksBesideLengthThenChunksCount() throws IOException {
        // Read by its length, the body would end within the chunk and the rest would be a request of its own.
        String answer = post("""
                Content-Length: 4
                Transfer-Encoding: chunked
                Connection: close

                8
                limit=55
                0

                """);
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("\"body\":\"limit=55\""), answer);
        assertTrue(answer.contains("\"content-length\":[\"8\"]"), answer);
        assertFalse(answer.contains("\"transfer-encoding\""), answer);
    }

    @Test
    void requestWhenTransferEncodingObscureThenRefused() throws IOException {
        for (String coding : new String[] {
            "xchunked", "chunked, identity", "identity", "gzip, chunked", "chunked\nTransfer-Encoding: chunked"
        }) {
            assertRefused(post("Transfer-Encoding: " + coding + "\nContent-Length: 0\n\n0\n\n"));
        }
    }

    @Test
    void requestWhenLengthsDifferThenRefused() throws IOException {
        for (String length : new String[] {"5\nContent-Length: 6", "+5", "5,6", "0x5", "-1"}) {
            String answer = post("Content-Length: " + length + "\n\nlimit=5");
            assertTrue(answer.startsWith("HTTP/1.1 400 "), length + " " + answer);
            assertFalse(answer.contains(" 200 "), answer);
        }
    }

    @Test
    void requestWhenOldProtocolWithChunksThenRefused() throws IOException {
        String answer = RawHttp.send(
                RestAssured.port,
                HEAD.formatted(Tokens.radius()).replace("HTTP/1.1", "HTTP/1.0")
                        + "Transfer-Encoding: chunked\n\n0\n\n");
        assertTrue(answer.startsWith("HTTP/1.0 400 "), answer);
    }

    @Test
    void requestWhenGetHasBodyThenRefused() throws IOException {
        assertRefused(RawHttp.send(RestAssured.port, """
                GET /api/v1/get_hotspot_vouchers HTTP/1.1
                Host: gateway.test
                Authorization: Bearer %s
                Content-Length: 39
                Connection: close

                GET /api/v1/get_config_settings HTTP/1.1""".formatted(Tokens.radius())));
    }

    @Test
    void requestWhenAuthorizationDoubledThenRefused() throws IOException {
        assertRefused(post("Authorization: Bearer " + Tokens.radius() + "\nConnection: close\nContent-Length: 0\n\n"));
    }

    @Test
    void requestWhenHostMissingOrDoubledThenRefused() throws IOException {
        assertRefused(RawHttp.send(RestAssured.port, "GET /openapi HTTP/1.1\nConnection: close\n\n"));
        assertRefused(RawHttp.send(
                RestAssured.port, "GET /openapi HTTP/1.1\nHost: a.test\nHost: b.test\nConnection: close\n\n"));
    }

    @Test
    void requestWhenTargetNotEncodedThenRefused() throws IOException {
        assertRefused(
                RawHttp.send(RestAssured.port, "GET /openapi?caf\u00e9 HTTP/1.1\nHost: a.test\nConnection: close\n\n"));
    }

    @Test
    void requestWhenHeaderHoldsControlCharacterThenNothingPasses() throws IOException {
        String answer = post("X-Odd: a\u0000b\nContent-Length: 0\nConnection: close\n\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }

    @Test
    void requestWhenPipelinedThenEachAnsweredInOrder() throws IOException {
        String get = """
                GET /api/v1/get_hotspot_vouchers?limit=%d HTTP/1.1
                Host: gateway.test
                Authorization: Bearer %s

                """;
        String token = Tokens.radius();
        String answer = RawHttp.send(
                RestAssured.port, get.formatted(1, token) + get.formatted(2, token) + get.formatted(3, token));
        assertEquals(3, answer.split("HTTP/1.1 200 ", -1).length - 1, answer);
        assertTrue(answer.indexOf("limit=1") < answer.indexOf("limit=2"), answer);
        assertTrue(answer.indexOf("limit=2") < answer.indexOf("limit=3"), answer);
    }

    @Test
    void requestWhenPipelinedAfterRefusedThenBothAnswered() throws IOException {
        String refused = "GET /api/v1/nothing HTTP/1.1\nHost: gateway.test\n\n";
        String answer = RawHttp.send(RestAssured.port, refused + "GET / HTTP/1.1\nHost: gateway.test\n\n");
        assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
        assertTrue(answer.contains("HTTP/1.1 200 "), answer);
    }
}
