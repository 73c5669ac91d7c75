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
import static com.skytill.auth.Provider.introspect;
import static com.skytill.auth.Provider.query;
import static com.skytill.auth.Provider.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Users change their own passwords. */
@QuarkusTest
class ChangePasswordTest {

    private static final String NEW = "another battery staple";

    @Test
    void newPasswordHoldsAndEndsWhatTheOldOneOpened() {
        String me = user("changer");
        TestClients.ownedBy("changers-till", "changers-secret-of-256-random-bits", "changer");
        String token = form().auth()
                .preemptive()
                .basic("changers-till", "changers-secret-of-256-random-bits")
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .path("access_token");
        introspect(token).then().body("active", equalTo(true));
        change(me, Installation.ADMIN, NEW)
                .then()
                .statusCode(200)
                .body("user.username", equalTo("changer"))
                .body(not(containsString(NEW)));
        introspect(token).then().body("active", equalTo(false));
        assertEquals(401, signIn("changer", Installation.ADMIN).statusCode());
        assertEquals(303, signIn("changer", NEW).statusCode());
        var trail = given().header("Authorization", TestToken.of("system_read").bearer())
                .queryParam("operation", "change_password")
                .get("/api/v1/get_auth_audit_log");
        trail.then()
                .body("items.submitted_by", hasItem("changer"))
                .body(not(containsString(NEW)))
                .body(not(containsString(Installation.ADMIN)));
    }

    @Test
    void whoDoesNotKnowTheOldOneChangesNothingAndIsSlowedDown() {
        String me = user("guesser");
        for (int guess = 0; guess < 6; guess++) {
            change(me, "wrong-" + guess, NEW)
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", equalTo(java.util.List.of("current_password")));
        }
        change(me, Installation.ADMIN, NEW).then().statusCode(429).body("code", equalTo("rate_limited"));
        TestClients.run("update sign_in_failures set blocked_until = now()", Tuple.tuple());
        assertEquals(303, signIn("guesser", Installation.ADMIN).statusCode());
        change(me, Installation.ADMIN, "short").then().statusCode(400).body("errors.parameter", hasItem("password"));
        change(me, Installation.ADMIN, "guesser").then().statusCode(400);
    }

    @Test
    void manyAtOnceDoNotHoldUpTheService() throws Exception {
        String me = user("crowd");
        Callable<Response> call = () -> change(me, "wrong", NEW);
        try (var threads = Executors.newFixedThreadPool(40)) {
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> call).limit(40).toList())) {
                int status = answer.get().statusCode();
                assertTrue(status == 400 || status == 429, "status " + status);
            }
        }
        introspect("sk_unknown").then().statusCode(200);
    }

    @Test
    void serviceHasNoPassword() {
        change(TestToken.of("system_write").by("vouchers", "vouchers").bearer(), Installation.ADMIN, NEW)
                .then()
                .statusCode(422);
    }

    private static String user(String username) {
        TestClients.user(username, "radius_read");
        return TestToken.of("radius_read")
                .by(Long.toString(TestClients.userId(username)), username)
                .bearer();
    }

    private static Response change(String token, String current, String password) {
        return given().header("Authorization", token)
                .formParam("current_password", current)
                .formParam("password", password)
                .post("/api/v1/change_password");
    }

    private static Response signIn(String username, String password) {
        return form().redirects()
                .follow(false)
                .header("X-Client-Address", "203.0.113.77")
                .cookie("skytill_form", "a-form-token")
                .formParam("token", "a-form-token")
                .formParam("query", query(request(java.util.Map.of())))
                .formParam("username", username)
                .formParam("password", password)
                .post("/oauth/sign-in");
    }
}
