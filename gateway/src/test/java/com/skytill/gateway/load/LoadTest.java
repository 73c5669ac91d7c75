package com.skytill.gateway.load;

import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A gateway that is soon at its limits. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@TestProfile(LoadTest.Weak.class)
class LoadTest {

    private static final int MOST = 20;
    private static final int EVENT_LOOPS = 2;

    @ConfigProperty(name = "skytill.auth.url")
    String auth;

    private final HttpClient client = HttpClient.newHttpClient();

    /** Few requests, few bytes, few connections. */
    public static final class Weak implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "skytill.gateway.load.requests", "" + MOST,
                    "skytill.gateway.load.bodies", "100K",
                    "skytill.gateway.upstream.connections", "1",
                    "skytill.gateway.upstream.waiting", "1",
                    "quarkus.vertx.event-loops-pool-size", "" + EVENT_LOOPS);
        }
    }

    private CompletableFuture<HttpResponse<String>> start(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    @Test
    void requestsWhenTooManyAtOnceThenShed() {
        String held = Tokens.of("held");
        var running = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < MOST; i++) {
            running.add(start("/api/v1/get_hotspot_vouchers", held));
        }
        // All of them wait for one introspection.
        await().until(() -> given().get("/").statusCode() == 503);
        given().get("/")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("code", equalTo("upstream_unavailable"));
        given().get("/q/health/live").then().statusCode(200);
        given().get(auth + "/stub/release?" + held).then().statusCode(200);
        running.forEach(CompletableFuture::join);
        given().get("/").then().statusCode(200);
    }

    @Test
    void requestsWhenTooManyWaitForOneServiceThenShed() {
        String token = Tokens.of("none");
        given().header("Authorization", "Bearer " + token).get("/api/v1/get_customers?how=fine");
        var running = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 12; i++) {
            running.add(start("/api/v1/get_customers?how=silent", token));
        }
        var statuses =
                running.stream().map(answer -> answer.join().statusCode()).toList();
        long served = statuses.stream().filter(status -> status == 504).count();
        long shed = statuses.stream().filter(status -> status == 503).count();
        assertEquals(12, served + shed, statuses.toString());
        assertTrue(served >= 1 && served <= EVENT_LOOPS * 2, statuses.toString());
        // Being busy is not being away.
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/get_customers?how=fine")
                .then()
                .statusCode(200);
    }

    @Test
    void bodiesWhenTooManyBytesHeldThenShed() throws IOException {
        String token = Tokens.radius();
        given().header("Authorization", "Bearer " + token).get("/api/v1/get_hotspot_vouchers");
        var sockets = new ArrayList<Socket>();
        try {
            // Each sends the most of its body and then nothing.
            for (int i = 0; i < 2; i++) {
                sockets.add(unfinished(token, 45 * 1024));
            }
            await().until(() -> postStatus(token) == 503);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        await().until(() -> postStatus(token) == 200);
    }

    private static int postStatus(String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(List.of("x".repeat(20 * 1024)))
                .post("/api/v1/add_hotspot_voucher")
                .statusCode();
    }

    private static Socket unfinished(String token, int bytes) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        String head = "POST /api/v1/add_hotspot_voucher HTTP/1.1\r\nHost: gateway.test\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: application/json\r\nContent-Length: " + (bytes + 1) + "\r\n\r\n";
        socket.getOutputStream().write((head + "x".repeat(bytes)).getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }
}
