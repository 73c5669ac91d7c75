package com.skytill.auth;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static com.skytill.auth.Provider.ask;
import static com.skytill.auth.Provider.consenting;
import static com.skytill.auth.Provider.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever the old password, or a session that it opened, begins while a new one is being set does not outlive the change. */
@QuarkusTest
class PasswordRaceTest {

    private static final String NEW = "another battery staple";

    private final String username = "racer-" + UUID.randomUUID();
    private long userId;

    @BeforeEach
    void addUser() {
        TestClients.user(username, "radius_read", "system_write");
        userId = TestClients.userId(username);
    }

    @AfterEach
    void forgetFailures() {
        TestClients.run("delete from sign_in_failures", Tuple.tuple());
    }

    @Test
    void signInByTheOldPasswordGetsNoSession() throws Exception {
        var signedIn = HeldChange.during(this::signIn, newPassword());
        assertEquals(401, signedIn.statusCode());
        assertNull(signedIn.getCookie("skytill_session"));
        assertEquals(0, count("browser_sessions"));
    }

    @Test
    void signInOfAUserWhoIsBeingDeactivatedGetsNoSession() throws Exception {
        var signedIn = HeldChange.during(this::signIn, "update users set active = false where user_id = " + userId);
        assertEquals(401, signedIn.statusCode());
        assertEquals(0, count("browser_sessions"));
    }

    @Test
    void signInDuringAChangeOfTheNameIsGood() throws Exception {
        var signedIn = HeldChange.during(this::signIn, "update users set name = 'Other' where user_id = " + userId);
        assertEquals(303, signedIn.statusCode());
        assertEquals(1, count("browser_sessions"));
    }

    @Test
    void linkThatWasOpenedBeforeGetsNoSession() throws Exception {
        String link = given().header("Authorization", token())
                .formParam("url", "/console/")
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(201)
                .extract()
                .path("sso_token");
        var opened =
                HeldChange.during(() -> given().redirects().follow(false).get("/sso?sso_token=" + link), newPassword());
        assertEquals(400, opened.statusCode());
        assertNull(opened.getCookie("skytill_session"));
        assertEquals(0, count("browser_sessions"));
    }

    @Test
    void sessionThatIsBeingEndedGivesNoCode() throws Exception {
        String session = signIn().getCookie("skytill_session");
        assertEquals(303, consenting(session, request(Map.of())).statusCode());
        var answer = HeldChange.during(
                () -> ask(session, request(Map.of())),
                "delete from browser_sessions where user_id = " + userId,
                "delete from authorization_codes where user_id = " + userId);
        answer.then().statusCode(200).body(containsString("/oauth/sign-in"));
        assertEquals(0, count("authorization_codes"));
    }

    @Test
    void ofTwoWhoKnowTheOldPasswordOneSetsANewOne() throws Exception {
        HeldChange.during(() -> change(), newPassword())
                .then()
                .statusCode(400)
                .body("errors.parameter[0]", equalTo("current_password"));
    }

    @Test
    void ofManySignInsDuringTheChangeNoneOutlivesIt() throws Exception {
        var calls = new ArrayList<Callable<Response>>();
        for (int call = 0; call < 12; call++) {
            calls.add(this::signIn);
        }
        calls.add(6, this::change);
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : threads.invokeAll(calls)) {
                assertTrue(answer.get().statusCode() < 500, answer.get().asString());
            }
        }
        assertEquals(0, count("browser_sessions"));
    }

    private String newPassword() {
        return "update users set password_hash = 'x' || password_hash where user_id = " + userId;
    }

    private String token() {
        return TestToken.of("radius_read", "system_write")
                .by(Long.toString(userId), username)
                .bearer();
    }

    private Response change() {
        return given().header("Authorization", token())
                .formParam("current_password", Installation.ADMIN)
                .formParam("password", NEW)
                .post("/api/v1/change_password");
    }

    private Response signIn() {
        return Provider.submit("a-form-token", "a-form-token", username, Installation.ADMIN);
    }

    private long count(String table) {
        return TestClients.count("select count(*) from " + table + " where user_id = " + userId);
    }
}
