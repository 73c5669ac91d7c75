package com.skytill.auth;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import static com.skytill.auth.Provider.form;
import static com.skytill.auth.Provider.query;
import static com.skytill.auth.Provider.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Guessing passwords. */
@QuarkusTest
class BruteForceTest {

    @Test
    void accountIsDelayedAlikeWhetherItExistsOrNot() {
        TestClients.user("victim", "radius_read");
        for (var username : new String[] {"victim", "no-such-user"}) {
            for (int attempt = 0; attempt < 6; attempt++) {
                assertEquals(401, guess(username, "wrong", "192.0.2." + attempt).statusCode(), username);
            }
            guess(username, "wrong", "192.0.2.77")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "2")
                    .body(containsString("Too many attempts. Try again in 2 seconds."));
        }
        guess("victim", Installation.ADMIN, "192.0.2.78").then().statusCode(429);
        over();
        guess("Victim", Installation.ADMIN, "192.0.2.78").then().statusCode(303);
        guess("victim", "wrong", "192.0.2.78").then().statusCode(401);
    }

    @Test
    void addressIsDelayedAcrossAccounts() {
        for (int attempt = 0; attempt < 51; attempt++) {
            assertEquals(401, guess("spray-" + attempt, "wrong", "198.51.100.7").statusCode());
        }
        guess("admin", Installation.ADMIN, "198.51.100.7").then().statusCode(429);
        guess("admin", Installation.ADMIN, "198.51.100.8").then().statusCode(303);
        over();
        guess("admin", Installation.ADMIN, "198.51.100.7").then().statusCode(303);
    }

    @Test
    void neighboursInOneIpv6NetworkAreOneAddress() {
        for (int attempt = 0; attempt < 51; attempt++) {
            guess("spray6-" + attempt, "wrong", "2001:db8:1:2::" + Integer.toHexString(attempt + 1));
        }
        guess("admin", Installation.ADMIN, "2001:db8:1:2:ffff::1").then().statusCode(429);
        guess("admin", Installation.ADMIN, "2001:db8:1:3::1").then().statusCode(303);
    }

    @Test
    void manyGuessesAtOnceGainNothing() throws Exception {
        Callable<Response> call = () -> guess("parallel", "wrong", "203.0.113.9");
        try (var threads = Executors.newFixedThreadPool(16)) {
            long tried = 0;
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> call).limit(40).toList())) {
                tried += answer.get().statusCode() == 401 ? 1 : 0;
            }
            assertEquals(6, tried);
        }
    }

    @Test
    void attemptsAreInTheAuditTrailWithoutWhatWasTyped() {
        TestClients.user("traced", "radius_read");
        guess("traced", "a-wrong-password", "203.0.113.10").then().statusCode(401);
        guess("a-password-in-the-wrong-field", "x", "203.0.113.10").then().statusCode(401);
        guess("traced", Installation.ADMIN, "203.0.113.10").then().statusCode(303);
        var trail = given().header("Authorization", TestToken.of("system_read").bearer())
                .queryParam("operation", "sign_in")
                .queryParam("limit", 500)
                .get("/api/v1/get_auth_audit_log")
                .then()
                .statusCode(200)
                .body(not(containsString("a-password-in-the-wrong-field")))
                .body(not(containsString("a-wrong-password")))
                .extract()
                .jsonPath();
        var mine = "items.findAll { it.parameters.address == '203.0.113.10' }";
        assertEquals(3, trail.getList(mine).size());
        assertEquals("rejected", trail.getString(mine + "[0].status"));
        assertEquals("wrong password", trail.getString(mine + "[0].decision_reason"));
        assertEquals("", trail.getString(mine + "[1].submitted_by"));
        assertEquals("applied", trail.getString(mine + "[2].status"));
        assertEquals("first", trail.getString(mine + "[2].client_id"));
    }

    /** As if all delays were over. */
    private static void over() {
        TestClients.run("update sign_in_failures set blocked_until = now()", Tuple.tuple());
    }

    private static Response guess(String username, String password, String address) {
        return form().redirects()
                .follow(false)
                .header("X-Client-Address", address)
                .cookie("skytill_form", "a-form-token")
                .formParam("token", "a-form-token")
                .formParam("query", query(request(java.util.Map.of())))
                .formParam("username", username)
                .formParam("password", password)
                .post("/oauth/sign-in");
    }
}
