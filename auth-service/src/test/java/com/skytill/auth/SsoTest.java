package com.skytill.auth;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static com.skytill.auth.Provider.ask;
import static com.skytill.auth.Provider.request;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Links that sign a user in. */
@QuarkusTest
class SsoTest {

    private static final String[] EVERYTHING = {
        "customers_write",
        "radius_write",
        "products_write",
        "sales_write",
        "helpdesk_write",
        "accounting_write",
        "review_write",
        "system_write"
    };

    @Test
    void linkSignsInOnceAndGoesOn() {
        var made = generate("/console/vouchers?status=unused");
        assertTrue(made.getString("login_url").startsWith(TestToken.ISSUER + "/sso?sso_token=sso_"));
        var opened = open(made.getString("sso_token"));
        opened.then().statusCode(303).header("Location", equalTo("/console/vouchers?status=unused"));
        assertTrue(opened.getDetailedCookie("skytill_session").isHttpOnly());
        var page = ask(opened.getCookie("skytill_session"), request(java.util.Map.of("scope", "customers_read")));
        assertTrue(page.statusCode() == 303 || page.asString().contains("/oauth/consent"), page.asString());
        open(made.getString("sso_token")).then().statusCode(400).header("Set-Cookie", nullValue());
    }

    @Test
    void linkUsedManyTimesAtOnceSignsInOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String token = generate("/console/").getString("sso_token");
            Callable<Response> call = () -> open(token);
            try (var threads = Executors.newFixedThreadPool(8)) {
                long successes = 0;
                for (var answer : threads.invokeAll(
                        IntStream.range(0, 8).mapToObj(ignored -> call).toList())) {
                    successes += answer.get().statusCode() == 303 ? 1 : 0;
                }
                assertEquals(1, successes);
            }
        }
    }

    @Test
    void linkEndsAfterAMinute() {
        String token = generate("/console/").getString("sso_token");
        TestClients.run("update sso_tokens set expires_at = expires_at - interval '61 seconds'", Tuple.tuple());
        open(token).then().statusCode(400).header("Set-Cookie", nullValue());
    }

    @Test
    void lookingAtALinkDoesNotUseIt() {
        String token = generate("/console/").getString("sso_token");
        given().head("/sso?sso_token=" + token).then().statusCode(405).header("Allow", "GET");
        open(token).then().statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "/%2fevil.example"})
    void linkToAnotherSiteIsNotMade(String url) {
        given().header("Authorization", admin(EVERYTHING))
                .formParam("url", url)
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("url"));
    }

    @Test
    void narrowedTokenMakesNoLink() {
        given().header("Authorization", admin("radius_write"))
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient_scope"));
        given().header(
                        "Authorization",
                        TestToken.of("system_write").by("vouchers", "vouchers").bearer())
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(422);
    }

    @Test
    void linkForAnotherNeedsSystemWriteAndWhatTheOtherMayDo() {
        TestClients.user("cashier", "radius_write");
        TestClients.user("boss", "system_write");
        long cashier = TestClients.userId("cashier");
        long boss = TestClients.userId("boss");
        String byCashier = TestToken.of("radius_write")
                .by(Long.toString(cashier), "cashier")
                .bearer();
        given().header("Authorization", byCashier)
                .formParam("username", "admin")
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(403)
                .body("detail", containsString("system_write"));
        String byBoss =
                TestToken.of("system_write").by(Long.toString(boss), "boss").bearer();
        given().header("Authorization", byBoss)
                .formParam("username", "admin")
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient_permission"));
        given().header("Authorization", admin(EVERYTHING))
                .formParam("username", "Cashier")
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(201)
                .body("sso_login.username", equalTo("cashier"));
        given().header("Authorization", admin(EVERYTHING))
                .formParam("username", "nobody")
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("username"));
    }

    @Test
    void bothEndsAreInTheAuditTrailAndTheSecretNowhere() {
        String key = "sso-" + System.nanoTime();
        var made = given().header("Authorization", admin(EVERYTHING))
                .header("Idempotency-Key", key)
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        given().header("Authorization", admin(EVERYTHING))
                .header("Idempotency-Key", key)
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("$", not(hasKey("sso_token")));
        String token = made.getString("sso_token");
        open(token);
        open(token);
        var trail = given().header("Authorization", admin(EVERYTHING))
                .queryParam("limit", 500)
                .get("/api/v1/get_auth_audit_log")
                .then()
                .statusCode(200)
                .body("items.operation", hasItems("generate_sso_token", "use_sso_token"))
                .body("items.findAll { it.operation == 'use_sso_token' }.status", hasItems("applied", "rejected"))
                .extract()
                .asString();
        assertEquals(-1, trail.indexOf(token));
    }

    private static JsonPath generate(String url) {
        return given().header("Authorization", admin(EVERYTHING))
                .formParam("url", url)
                .post("/api/v1/generate_sso_token")
                .then()
                .statusCode(201)
                .body("sso_login.username", equalTo("admin"))
                .extract()
                .jsonPath();
    }

    private static Response open(String token) {
        return given().redirects().follow(false).get("/sso?sso_token=" + token);
    }

    private static String admin(String... permissions) {
        return TestToken.of(permissions).by("1", "admin").bearer();
    }
}
