package com.skytill.gateway.access;

import com.skytill.gateway.stub.AccessLines;
import com.skytill.gateway.stub.RawHttp;
import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class AccessLogTest {

    private AccessLines lines;

    @BeforeEach
    void listen() {
        lines = AccessLines.listen();
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void requestForOperationThenAllFields() throws InterruptedException {
        String token = Tokens.radius();
        var answer = given().queryParam("access_token", token)
                .queryParam("secret", "hidden")
                .header("X-Request-Id", "log-1")
                .header("Referer", "http://x.test/?access_token=" + token)
                .get("/api/v1/get_hotspot_vouchers");
        String raw = lines.raw("log-1");
        var line = new JsonObject(raw);
        assertEquals(
                Set.of(
                        "at",
                        "request_id",
                        "remote",
                        "method",
                        "operation",
                        "client",
                        "status",
                        "bytes",
                        "time",
                        "upstream",
                        "upstream_time"),
                line.fieldNames());
        assertEquals("127.0.0.1", line.getString("remote"));
        assertEquals("GET", line.getString("method"));
        assertEquals("get_hotspot_vouchers", line.getString("operation"));
        assertEquals("client-1", line.getString("client"));
        assertEquals("vouchers", line.getString("upstream"));
        assertEquals(200, line.getInteger("status"));
        assertEquals(answer.asByteArray().length, line.getInteger("bytes"));
        assertTrue(line.getDouble("time") >= line.getDouble("upstream_time"), raw);
        assertTrue(line.getDouble("upstream_time") > 0, raw);
        assertTrue(Instant.parse(line.getString("at")).getEpochSecond() > 0, raw);
        for (String hidden : new String[] {token, "hidden", "secret", "access_token", "Referer", "x.test", "?"}) {
            assertFalse(raw.contains(hidden), raw);
        }
    }

    @Test
    void requestWhenRefusedThenLoggedWithoutClient() throws InterruptedException {
        given().header("X-Request-Id", "log-2").get("/api/v1/get_hotspot_vouchers");
        var line = lines.of("log-2");
        assertEquals(401, line.getInteger("status"));
        assertEquals("get_hotspot_vouchers", line.getString("operation"));
        assertFalse(line.containsKey("client") || line.containsKey("upstream") || line.containsKey("upstream_time"));
        given().header("X-Request-Id", "log-3")
                .header("Authorization", "Bearer " + Tokens.of("none"))
                .get("/api/v1/get_hotspot_vouchers");
        line = lines.of("log-3");
        assertEquals(403, line.getInteger("status"));
        assertEquals("client-1", line.getString("client"));
    }

    @Test
    void requestForNoOperationThenPathWhenHarmless() throws InterruptedException {
        given().header("X-Request-Id", "log-4").get("/sso?sso_token=SECRET");
        var line = lines.of("log-4");
        assertEquals("/sso", line.getString("path"));
        assertEquals("auth", line.getString("upstream"));
        assertFalse(line.containsKey("operation"));
        given().header("X-Request-Id", "log-5").get("/openapi");
        assertEquals("/openapi", lines.of("log-5").getString("path"));
        given().header("X-Request-Id", "log-6")
                .urlEncodingEnabled(false)
                .get("/api/v1/get_hotspot_vouchers&access_token=SECRET");
        line = lines.of("log-6");
        assertEquals(404, line.getInteger("status"));
        assertFalse(line.encode().contains("SECRET"));
    }

    @Test
    void requestWhenServiceDownThenUpstreamNamed() throws InterruptedException {
        given().header("X-Request-Id", "log-7")
                .header("Authorization", "Bearer " + Tokens.of("none"))
                .get("/api/v1/get_sales_leads");
        var line = lines.of("log-7");
        assertEquals(503, line.getInteger("status"));
        assertEquals("leads", line.getString("upstream"));
    }

    @Test
    void requestWhenServiceBreaksOffThenAborted() throws Exception {
        RawHttp.send(RestAssured.port, """
                GET /api/v1/get_customers?how=half HTTP/1.1
                Host: gateway.test
                X-Request-Id: log-8
                Authorization: Bearer %s

                """.formatted(Tokens.of("none")));
        var line = lines.of("log-8");
        assertEquals(200, line.getInteger("status"));
        assertTrue(line.getBoolean("aborted"));
    }

    @Test
    void requestWhenCallerLeavesThenAbortedWithoutStatus() throws Exception {
        String request = """
                GET /api/v1/get_customers?how=silent HTTP/1.1\r
                Host: gateway.test\r
                X-Request-Id: log-9\r
                Authorization: Bearer %s\r
                \r
                """.formatted(Tokens.of("none"));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            // Read by the gateway before the end of the stream is.
            socket.shutdownOutput();
        }
        var line = lines.of("log-9");
        assertTrue(line.getBoolean("aborted"));
        assertFalse(line.containsKey("status"));
    }

    @Test
    void requestWhenNoHttpThenLogged() throws IOException, InterruptedException {
        RawHttp.send(RestAssured.port, "GET /a?access_token=SECRET HTTP/1.1\nX-Request-Id: log-10\n\n");
        var line = lines.of("log-10");
        assertEquals(400, line.getInteger("status"));
        assertFalse(line.encode().contains("SECRET"));
    }

    @Test
    void requestForHealthThenNotLogged() throws InterruptedException {
        given().header("X-Request-Id", "log-11").get("/q/health");
        given().header("X-Request-Id", "log-12").get("/");
        assertEquals("/", lines.of("log-12").getString("path"));
        assertTrue(lines.isSilent());
    }
}
