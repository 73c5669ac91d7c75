package com.skytill.gateway.token;

import com.skytill.gateway.stub.StubServices;
import com.skytill.gateway.stub.TestTimes;
import com.skytill.gateway.stub.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class TokenCacheTest {

    private static final String OPERATION = "/api/v1/get_hotspot_vouchers";
    private static final String ANY = "/api/v1/get_config_settings";

    @ConfigProperty(name = "skytill.auth.url")
    String auth;

    @Inject
    TestTimes times;

    @Test
    void requestWhenTokenKnownThenNotIntrospectedAgain() {
        String token = Tokens.radius();
        for (int i = 0; i < 5; i++) {
            call(token, OPERATION, 200);
        }
        assertEquals(1, introspections(token));
    }

    @Test
    void requestWhenRevokedThenRefusedAfterTenSeconds() {
        String token = Tokens.radius();
        call(token, OPERATION, 200);
        stub("/stub/revoke?" + token);
        times.pass(Duration.ofSeconds(8));
        call(token, OPERATION, 200);
        assertEquals(1, introspections(token));
        times.pass(Duration.ofSeconds(1));
        call(token, OPERATION, 401);
        assertEquals(2, introspections(token));
    }

    @Test
    void requestWhenIntrospectionTookLongThenItsStartCounts() {
        String token = Tokens.of("held");
        var first = async(token);
        await().until(() -> introspections(token) == 1);
        times.pass(Duration.ofSeconds(8));
        stub("/stub/release?" + token);
        assertEquals(200, first.join());
        call(token, OPERATION, 200);
        assertEquals(1, introspections(token));
        times.pass(Duration.ofSeconds(2));
        call(token, OPERATION, 200);
        assertEquals(2, introspections(token));
    }

    @Test
    void requestWhenIntrospectionTookTooLongThenUnavailable() {
        String token = Tokens.of("held");
        var first = async(token);
        await().until(() -> introspections(token) == 1);
        times.pass(Duration.ofSeconds(11));
        stub("/stub/release?" + token);
        assertEquals(503, first.join());
    }

    @Test
    void requestWhenFiftyAtOnceThenIntrospectedOnce() {
        String token = Tokens.of("held");
        List<CompletableFuture<Integer>> all =
                IntStream.range(0, 50).mapToObj(i -> async(token)).toList();
        await().until(() -> introspections(token) == 1);
        stub("/stub/release?" + token);
        assertEquals(
                Collections.nCopies(50, 200),
                all.stream().map(CompletableFuture::join).toList());
        assertEquals(1, introspections(token));
    }

    @Test
    void requestWhenTokenExpiresThenNotBelievedLonger() {
        String token = Tokens.of("short");
        call(token, ANY, 200);
        times.pass(Duration.ofSeconds(4));
        // The stub gives it another four seconds each time; what counts is that it was asked.
        call(token, ANY, 200);
        assertEquals(2, introspections(token));
    }

    @Test
    void requestWhenPhantomTokenExpiresThenNotUsedLonger() {
        String token = Tokens.of("stale");
        call(token, ANY, 200);
        times.pass(Duration.ofSeconds(4));
        call(token, ANY, 200);
        assertEquals(2, introspections(token));
    }

    @Test
    void requestWhenTokenHasExpiredThenRefused() {
        call(Tokens.of("expired"), ANY, 401);
    }

    @Test
    void requestWhenTokenBadThenRememberedForOneSecond() {
        String token = Tokens.of("bad");
        call(token, OPERATION, 401);
        call(token, OPERATION, 401);
        assertEquals(1, introspections(token));
        times.pass(Duration.ofSeconds(1));
        call(token, OPERATION, 401);
        assertEquals(2, introspections(token));
    }

    @Test
    void requestWhenAuthServiceFailsThenUnavailableAndNotRemembered() {
        String token = Tokens.of("down");
        for (int i = 1; i <= 2; i++) {
            given().header("Authorization", "Bearer " + token)
                    .get(OPERATION)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("code", equalTo("upstream_unavailable"));
            assertEquals(i, introspections(token));
        }
    }

    @Test
    void requestWhenAuthServiceSendsNoPhantomTokenThenFailed() {
        given().header("Authorization", "Bearer " + Tokens.of("nophantom"))
                .get(ANY)
                .then()
                .statusCode(502)
                .body("code", equalTo("upstream_failed"));
    }

    private static void call(String token, String path, int status) {
        given().header("Authorization", "Bearer " + token).get(path).then().statusCode(status);
    }

    private CompletableFuture<Integer> async(String token) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + io.restassured.RestAssured.port + OPERATION))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode());
    }

    private int introspections(String token) {
        return Integer.parseInt(stub("/stub/count?" + token));
    }

    private String stub(String path) {
        return given().baseUri(auth).get(path).asString();
    }
}
