package com.skytill.auth;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static com.skytill.auth.Provider.ask;
import static com.skytill.auth.Provider.authorize;
import static com.skytill.auth.Provider.exchange;
import static com.skytill.auth.Provider.form;
import static com.skytill.auth.Provider.introspect;
import static com.skytill.auth.Provider.refresh;
import static com.skytill.auth.Provider.request;
import static com.skytill.auth.Provider.signIn;
import static com.skytill.auth.Provider.tokens;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Everything ends, and nothing is endless. */
@QuarkusTest
class ExpiryTest {

    @Test
    void codeEndsAfterAMinute() {
        var code = authorize(signIn(), Map.of()).get("code");
        end("authorization_codes", "61 seconds");
        exchange(code, Map.of()).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void accessTokenEndsAfterAnHour() {
        String token = tokens("radius_read").getString("access_token");
        end("access_tokens", "3601 seconds");
        introspect(token).then().statusCode(200).body("active", equalTo(false));
    }

    @Test
    void refreshTokenEndsAfterThirtyDays() {
        String token = tokens("radius_read").getString("refresh_token");
        end("refresh_tokens", "30 days 1 second");
        refresh(token, Map.of()).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void sessionEndsAfterAWorkingDay() {
        String session = signIn();
        end("browser_sessions", "10 hours 1 second");
        var page = ask(session, request(Map.of()));
        assertTrue(page.asString().contains("action=\"/oauth/sign-in\""), page.asString());
    }

    @Test
    void oversizedRequestsAreTheCallersFault() {
        String big = "x".repeat(100_000);
        for (var parameter : new String[] {"scope", "client_id", "code", "redirect_uri", "code_verifier"}) {
            int status = form().formParam("grant_type", "authorization_code")
                    .formParam("client_id", "first")
                    .formParam("client_secret", Installation.FIRST)
                    .formParam(parameter, big)
                    .post("/oauth/token")
                    .statusCode();
            assertTrue(status == 400 || status == 401, parameter + " " + status);
        }
        form().formParam("grant_type", "refresh_token")
                .formParam("client_id", "first")
                .formParam("client_secret", Installation.FIRST)
                .formParam("refresh_token", "skr_" + big)
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
        int long414 = given().queryParam("client_id", "first")
                .queryParam("state", "x".repeat(9000))
                .get("/oauth/authorize")
                .statusCode();
        assertTrue(long414 == 400 || long414 == 414, "status " + long414);
        form().redirects()
                .follow(false)
                .formParam("username", big)
                .formParam("password", big)
                .formParam("token", "x")
                .formParam("query", "x")
                .post("/oauth/sign-in")
                .then()
                .statusCode(400)
                .body(containsString("not one that this site showed you"));
    }

    /** As if that much time had gone by. */
    private static void end(String table, String age) {
        TestClients.run("update " + table + " set expires_at = expires_at - interval '" + age + "'", Tuple.tuple());
    }
}
