package com.skytill.gateway.server;

import com.skytill.gateway.stub.AccessLines;
import com.skytill.gateway.stub.Certificate;
import com.skytill.gateway.stub.RawHttp;
import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A gateway that holds a certificate itself. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(value = Certificate.class, restrictToAnnotatedClass = true)
class Http2Test {

    private static final String OPERATION = "/api/v1/get_hotspot_vouchers";
    private static final int LIMIT = 1024 * 1024;

    @TestHTTPResource(value = "/", tls = true)
    URI tls;

    @Inject
    Vertx vertx;

    private HttpClient client;

    @BeforeEach
    void open() throws Exception {
        client = HttpClient.newBuilder()
                .version(Version.HTTP_2)
                .sslContext(Certificate.trust())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + tls.getPort() + path))
                .header("Authorization", "Bearer " + Tokens.radius());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        assertEquals(Version.HTTP_2, answer.version());
        return answer;
    }

    @Test
    void requestOverTlsThenHttp2AndHttp1() throws Exception {
        var answer = send(request(OPERATION));
        assertEquals(200, answer.statusCode(), answer.body());
        var headers = new JsonObject(answer.body()).getJsonObject("headers");
        assertEquals(
                "localhost:" + tls.getPort(),
                headers.getJsonArray("x-forwarded-host").getString(0));
        assertEquals("https", headers.getJsonArray("x-forwarded-proto").getString(0));
        var older = client.send(request(OPERATION).version(Version.HTTP_1_1).build(), BodyHandlers.ofString());
        assertEquals(200, older.statusCode());
        assertEquals(Version.HTTP_1_1, older.version());
    }

    @Test
    void requestWithBodyThenPassedWhetherAnnouncedOrNot() throws Exception {
        for (String type : new String[] {"application/json", "text/csv"}) {
            var announced = request("/api/v1/add_hotspot_voucher").header("Content-Type", type);
            var answer = send(announced.POST(BodyPublishers.ofString("{\"a\":1}")));
            assertEquals("{\"a\":1}", new JsonObject(answer.body()).getString("body"));
            var unannounced = request("/api/v1/add_hotspot_voucher").header("Content-Type", type);
            answer = send(unannounced.POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(
                    List.of("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8))))));
            assertEquals("{\"a\":1}", new JsonObject(answer.body()).getString("body"));
        }
        var none = send(request("/api/v1/add_hotspot_voucher").POST(BodyPublishers.noBody()));
        assertEquals(200, none.statusCode(), none.body());
        assertEquals(0, new JsonObject(none.body()).getInteger("length"));
    }

    @Test
    void requestWhenTokenInUnannouncedFormThenFound() throws Exception {
        String form = "access_token=" + Tokens.radius() + "&a=b";
        var answer = send(HttpRequest.newBuilder(URI.create("https://localhost:" + tls.getPort() + OPERATION))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.fromPublisher(
                        BodyPublishers.ofByteArrays(List.of(form.getBytes(java.nio.charset.StandardCharsets.UTF_8))))));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("a=b", new JsonObject(answer.body()).getString("body"));
    }

    @Test
    void requestWhenBodyBeyondLimitThenTooLargeAndConnectionGoesOn() throws Exception {
        for (String type : new String[] {"application/json", "text/csv"}) {
            var large = request("/api/v1/add_hotspot_voucher").header("Content-Type", type);
            var answer = send(large.POST(
                    BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(List.of(new byte[LIMIT], new byte[1])))));
            assertEquals(413, answer.statusCode());
        }
        assertEquals(200, send(request(OPERATION)).statusCode());
    }

    @Test
    void requestWhenRefusedThenNoHeaderOfHttp1() throws Exception {
        var answer =
                send(request(OPERATION).header("Content-Type", "text/csv").method("GET", BodyPublishers.ofString("a")));
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("connection").isEmpty());
        assertTrue(answer.headers().firstValue("transfer-encoding").isEmpty());
        assertEquals(200, send(request(OPERATION)).statusCode());
    }

    @Test
    void requestWhenServiceBreaksOffThenOnlyItsStreamReset() throws Exception {
        try (var lines = AccessLines.listen()) {
            assertThrows(
                    IOException.class,
                    () -> send(request("/api/v1/get_customers?how=half").header("X-Request-Id", "h2-half")));
            assertTrue(lines.of("h2-half").getBoolean("aborted"));
        }
        assertEquals(200, send(request(OPERATION)).statusCode());
    }

    @Test
    void requestWhenCookieInCrumbsThenOneHeaderGoesOn() throws Exception {
        var options = new HttpClientOptions()
                .setProtocolVersion(io.vertx.core.http.HttpVersion.HTTP_2)
                .setSsl(true)
                .setUseAlpn(true)
                .setTrustAll(true);
        var crumbs = vertx.createHttpClient(options);
        try {
            var body = crumbs.request(HttpMethod.GET, tls.getPort(), "localhost", "/oauth/authorize")
                    .compose(request -> {
                        request.headers().add("cookie", "a=1").add("cookie", "b=2");
                        return request.send();
                    })
                    .compose(answer -> answer.body())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            var headers = body.toJsonObject().getJsonObject("headers");
            assertEquals(List.of("a=1; b=2"), headers.getJsonArray("cookie").getList());
        } finally {
            crumbs.close();
        }
    }

    @Test
    void answerWhenLongThenCompressed() throws Exception {
        var request = request(OPERATION + "?x=" + "abc".repeat(1000)).header("Accept-Encoding", "gzip");
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        assertEquals("gzip", answer.headers().firstValue("content-encoding").orElseThrow());
        assertTrue(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes().length > 3000);
        var signIn = request("/oauth/authorize?x=" + "abc".repeat(1000)).header("Accept-Encoding", "gzip");
        answer = client.send(signIn.build(), BodyHandlers.ofByteArray());
        assertEquals('{', answer.body()[0]);
    }

    @Test
    void requestInClearWhenUpgradeAskedThenStaysHttp1() throws Exception {
        String upgraded = RawHttp.send(RestAssured.port, """
                GET / HTTP/1.1
                Host: gateway.test
                Connection: Upgrade, HTTP2-Settings
                Upgrade: h2c
                HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA

                """);
        assertTrue(upgraded.startsWith("HTTP/1.1 200 "), upgraded);
        String prior = RawHttp.send(RestAssured.port, "PRI * HTTP/2.0\n\nSM\n\n");
        assertFalse(prior.contains("\u0000\u0000"), prior);
        assertFalse(prior.startsWith("HTTP/1.1 200"), prior);
    }
}
