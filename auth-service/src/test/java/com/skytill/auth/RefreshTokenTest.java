package com.skytill.auth;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static com.skytill.auth.Provider.authorize;
import static com.skytill.auth.Provider.exchange;
import static com.skytill.auth.Provider.form;
import static com.skytill.auth.Provider.introspect;
import static com.skytill.auth.Provider.refresh;
import static com.skytill.auth.Provider.signIn;
import static com.skytill.auth.Provider.tokens;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Refresh tokens: each is good once, and a second use ends everything (RFC 9700 §4.14.2). */
@QuarkusTest
class RefreshTokenTest {

    @Test
    void refreshGivesNewTokensOfTheSameScope() {
        var first = tokens("radius_write products_read");
        var second = refresh(first.getString("refresh_token"), Map.of())
                .then()
                .statusCode(200)
                .body("scope", equalTo("radius_write products_read"))
                .body("refresh_token", matchesPattern("skr_[A-Za-z0-9_-]{43}"))
                .extract()
                .jsonPath();
        assertNotEquals(first.getString("refresh_token"), second.getString("refresh_token"));
        assertNotEquals(first.getString("access_token"), second.getString("access_token"));
        assertActive(second.getString("access_token"), true);
    }

    @Test
    void reuseEndsTheWholeFamily() {
        var first = tokens("radius_read");
        var second = refresh(first.getString("refresh_token"), Map.of()).jsonPath();
        assertRefused(refresh(first.getString("refresh_token"), Map.of()));
        assertActive(second.getString("access_token"), false);
        assertActive(first.getString("access_token"), false);
        assertRefused(refresh(second.getString("refresh_token"), Map.of()));
    }

    @Test
    void scopeMayShrinkForOneTokenAndNeverGrow() {
        var first = tokens("radius_write");
        refresh(first.getString("refresh_token"), Map.of("scope", "radius_write sales_read"))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
        var narrow = refresh(first.getString("refresh_token"), Map.of("scope", "radius_read"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        introspect(narrow.getString("access_token")).then().body("permissions", equalTo(List.of("radius_read")));
        refresh(narrow.getString("refresh_token"), Map.of())
                .then()
                .statusCode(200)
                .body("scope", equalTo("radius_write"));
    }

    @Test
    void anotherClientsRefreshTokenIsWorthNothing() {
        var first = tokens("radius_read");
        TestClients.add("second", "second-secret-of-256-random-bits-abc");
        assertRefused(form().auth()
                .preemptive()
                .basic("second", "second-secret-of-256-random-bits-abc")
                .formParam("grant_type", "refresh_token")
                .formParam("refresh_token", first.getString("refresh_token"))
                .post("/oauth/token"));
        refresh(first.getString("refresh_token"), Map.of()).then().statusCode(200);
        assertRefused(refresh("skr_unknown", Map.of()));
        assertRefused(refresh(first.getString("access_token"), Map.of()));
    }

    @Test
    void revokingARefreshTokenEndsWhatItsGrantGave() {
        var first = tokens("radius_read");
        form().auth()
                .preemptive()
                .basic("first", Installation.FIRST)
                .formParam("token", first.getString("refresh_token"))
                .post("/oauth/revoke")
                .then()
                .statusCode(200);
        assertActive(first.getString("access_token"), false);
        assertRefused(refresh(first.getString("refresh_token"), Map.of()));
    }

    @Test
    void refreshTokenIsNoAccessToken() {
        assertActive(tokens("radius_read").getString("refresh_token"), false);
    }

    @Test
    void codeUsedTwiceEndsTheRefreshTokenToo() {
        var code = authorize(signIn(), Map.of("scope", "radius_read")).get("code");
        var first = exchange(code, Map.of()).jsonPath();
        var second = refresh(first.getString("refresh_token"), Map.of()).jsonPath();
        assertRefused(exchange(code, Map.of()));
        assertActive(second.getString("access_token"), false);
        assertRefused(refresh(second.getString("refresh_token"), Map.of()));
    }

    @Test
    void ofManyUsesAtOnceOneSucceedsAtTheMost() throws Exception {
        for (int round = 0; round < 5; round++) {
            String token = tokens("radius_read").getString("refresh_token");
            assertEquals(1, successes(() -> refresh(token, Map.of())));
            String code = authorize(signIn(), Map.of("scope", "radius_read")).get("code");
            assertEquals(1, successes(() -> exchange(code, Map.of())));
        }
    }

    private static long successes(Callable<Response> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = IntStream.range(0, 8).mapToObj(ignored -> call).toList();
            long successes = 0;
            for (var answer : threads.invokeAll(calls)) {
                int status = answer.get().statusCode();
                assertEquals(true, status == 200 || status == 400, "status " + status);
                successes += status == 200 ? 1 : 0;
            }
            return successes;
        }
    }

    private static void assertActive(String token, boolean active) {
        introspect(token).then().statusCode(200).body("active", equalTo(active));
    }

    private static void assertRefused(Response answer) {
        answer.then().statusCode(400).body("error", equalTo("invalid_grant"));
    }
}
