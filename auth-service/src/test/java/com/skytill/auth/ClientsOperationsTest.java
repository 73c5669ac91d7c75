package com.skytill.auth;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static com.skytill.auth.AuthApi.ADMIN;
import static com.skytill.auth.AuthApi.client;
import static com.skytill.auth.AuthApi.get;
import static com.skytill.auth.AuthApi.introspect;
import static com.skytill.auth.AuthApi.post;
import static com.skytill.auth.AuthApi.token;
import static com.skytill.auth.AuthApi.user;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Clients are credentials: nobody gets at others', nor beyond what their token holds. */
@QuarkusTest
class ClientsOperationsTest {

    @Test
    void addedClientActsForItsOwnerAtOnce() {
        var someone = user("radius_write");
        // Who may not approve need not wait: it is one's own.
        var added = post(
                        someone.holding("radius_write"),
                        "add_oauth_client",
                        Map.of("redirect_url", "https://Shop.example/callback com.example.app:/callback"))
                .then()
                .statusCode(201)
                .body("oauth_client.client_id", matchesPattern("client_[A-Za-z0-9_-]{22}"))
                .body("client_secret", matchesPattern("cs_[A-Za-z0-9_-]{43}"))
                .body("oauth_client.name", equalTo("shop.example"))
                .body("oauth_client.confidential", equalTo(true))
                .body("oauth_client.id_token_signed_response_alg", equalTo("RS256"))
                .body("oauth_client.username", equalTo(someone.username()))
                .body("oauth_client", not(hasKey("client_secret")))
                .extract();
        String clientId = added.path("oauth_client.client_id");
        introspect(token(clientId, added.path("client_secret")))
                .body("username", equalTo(someone.username()))
                .body("permissions", equalTo(List.of("radius_read", "radius_write")));
        get(someone.holding(), "get_oauth_clients", Map.of())
                .statusCode(200)
                .body("items.client_id", equalTo(List.of(clientId)))
                .body(
                        "items[0].redirect_urls",
                        equalTo(List.of("https://Shop.example/callback", "com.example.app:/callback")))
                .body("items[0].created_at", notNullValue())
                .body("items[0]", not(hasKey("client_secret")));
    }

    @Test
    void secretIsShownOnceAndKeptNowhere() {
        var asked = Map.of(
                "redirect_url",
                "https://shop.example/",
                "idempotency_key",
                UUID.randomUUID().toString());
        String secret = post(ADMIN, "add_oauth_client", asked).path("client_secret");
        var replayed = post(ADMIN, "add_oauth_client", asked);
        assertEquals("true", replayed.header("Idempotency-Replayed"));
        assertFalse(replayed.asString().contains(secret));
        Traces.none(secret);
    }

    @Test
    void publicClientHasNoSecretAndNoTokenOfItsOwn() {
        var someone = user("radius_read");
        String clientId = post(
                        someone.holding("radius_read"),
                        "add_oauth_client",
                        Map.of(
                                "redirect_url", "http://127.0.0.1/callback",
                                "confidential", false,
                                "name", "Pocket till",
                                "id_token_signed_response_alg", "ES256"))
                .then()
                .statusCode(201)
                .body("$", not(hasKey("client_secret")))
                .body("oauth_client.confidential", equalTo(false))
                .body("oauth_client.name", equalTo("Pocket till"))
                .body("oauth_client.id_token_signed_response_alg", equalTo("ES256"))
                .extract()
                .path("oauth_client.client_id");
        given().contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", clientId)
                .post("/oauth/token")
                .then()
                .statusCode(401);
        given().contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic(clientId, "a secret that no client has")
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_url, javascript:alert(1)",
        "redirect_url, http://shop.example/",
        "redirect_url, https://shop.example/ https://user@shop.example/",
        "redirect_url, https://shop.example/#x",
        "redirect_url, ''",
        "confidential, maybe",
        "id_token_signed_response_alg, none",
        "id_token_signed_response_alg, HS256",
        "username, nobody-of-that-name"
    })
    void badInputAddsNoClient(String parameter, String value) {
        long before = Traces.count("select count(*) from oauth_clients where name <> $1", "");
        var asked = new HashMap<String, Object>(Map.of("redirect_url", "https://shop.example/"));
        asked.put(parameter, value);
        post(ADMIN, "add_oauth_client", asked).then().statusCode(400).body("errors.parameter", hasItem(parameter));
        assertEquals(before, Traces.count("select count(*) from oauth_clients where name <> $1", ""));
    }

    @Test
    void clientHasAtMostTenAddresses() {
        String ten = IntStream.range(0, 10)
                .mapToObj(i -> "https://shop.example/" + i)
                .collect(Collectors.joining(" "));
        post(ADMIN, "add_oauth_client", Map.of("redirect_url", ten)).then().statusCode(201);
        post(ADMIN, "add_oauth_client", Map.of("redirect_url", ten + " https://shop.example/10"))
                .then()
                .statusCode(400);
    }

    @Test
    void narrowedTokenMakesNoWiderClient() {
        var someone = user("radius_write", "sales_write");
        post(someone.holding("sales_write"), "add_oauth_client", Map.of("redirect_url", "https://shop.example/"))
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient_scope"))
                .body("detail", containsString("radius_write"));
        get(someone.holding(), "get_oauth_clients", Map.of()).body("items.size()", equalTo(0));
    }

    @Test
    void anothersClientNeedsSystemWriteAndAllThatTheOtherMayDo() {
        var someone = user("radius_write");
        var asked = Map.of("redirect_url", "https://shop.example/", "username", someone.username());
        post(user("radius_write").holding("radius_write"), "add_oauth_client", asked)
                .then()
                .statusCode(403)
                .body("detail", containsString("system_write"));
        // With system_write alone one can't become a user who may do more.
        post(user("system_write").holding("system_write"), "add_oauth_client", asked)
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient_permission"))
                .body("detail", containsString("radius_read"));
        String clientId = post(ADMIN, "add_oauth_client", asked)
                .then()
                .statusCode(201)
                .body("oauth_client.username", equalTo(someone.username()))
                .extract()
                .path("oauth_client.client_id");
        get(someone.holding(), "get_oauth_clients", Map.of()).body("items.client_id", equalTo(List.of(clientId)));
        get(ADMIN, "get_oauth_clients", Map.of("username", someone.username()))
                .body("items.client_id", equalTo(List.of(clientId)));
        get(user().holding("system_read"), "get_oauth_clients", Map.of("username", someone.username()))
                .statusCode(403);
        post(ADMIN, "update_user", Map.of("username", someone.username(), "active", false));
        post(ADMIN, "add_oauth_client", asked).then().statusCode(422).body("code", equalTo("rule_violated"));
    }

    @Test
    void listIsPaged() {
        var token = user().holding();
        var clients = List.of(client(token), client(token), client(token));
        String next = get(token, "get_oauth_clients", Map.of("limit", 2))
                .body(
                        "items.client_id",
                        equalTo(List.of(
                                clients.get(0).clientId(), clients.get(1).clientId())))
                .extract()
                .path("next");
        get(token, "get_oauth_clients", Map.of("limit", 2, "after", next))
                .body("items.client_id", equalTo(List.of(clients.get(2).clientId())))
                .body("next", nullValue());
    }

    @Test
    void othersClientsLookUnknown() {
        var client = client(user().holding());
        var stranger = user("review_write").holding("review_write");
        var others = post(stranger, "delete_oauth_client", Map.of("client_id", client.clientId()));
        var unknown = post(stranger, "delete_oauth_client", Map.of("client_id", "client_unknown"));
        assertEquals(404, others.statusCode());
        assertEquals(withoutRequestId(unknown.asString()), withoutRequestId(others.asString()));
        token(client.clientId(), client.secret());
        post(ADMIN, "delete_oauth_client", Map.of("client_id", client.clientId()))
                .then()
                .statusCode(200);
    }

    @Test
    void deletedClientTakesEverythingWithIt() {
        var someone = user("radius_read");
        var client = client(someone.holding("radius_read"));
        String token = token(client.clientId(), client.secret());
        var values = Tuple.of(client.clientId(), (long) someone.userId());
        TestClients.run(
                "insert into grants (client_id, user_id, scope, signed_in_at, granted_at, expires_at)"
                        + " values ($1, $2, '', now(), now(), now() + '1 day')",
                values);
        TestClients.run(
                "insert into refresh_tokens (token_hash, grant_id, issued_at, expires_at)"
                        + " select decode(md5($1), 'hex'), grant_id, now(), now() + '1 day' from grants"
                        + " where client_id = $1 and user_id = $2",
                values);
        TestClients.run(
                "insert into consents (client_id, user_id, scope, consented_at) values ($1, $2, '', now())", values);
        introspect(token).body("active", equalTo(true));
        post(someone.holding(), "delete_oauth_client", Map.of("client_id", client.clientId()))
                .then()
                .statusCode(200)
                .body("status", equalTo("applied"))
                .body("oauth_client.client_id", equalTo(client.clientId()));
        introspect(token).body("active", equalTo(false));
        given().contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic(client.clientId(), client.secret())
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then()
                .statusCode(401);
        for (String table : List.of("grants", "consents", "access_tokens")) {
            assertEquals(0, Traces.count("select count(*) from " + table + " where client_id = $1", client.clientId()));
        }
        post(someone.holding(), "delete_oauth_client", Map.of("client_id", client.clientId()))
                .then()
                .statusCode(404);
    }

    @Test
    void clientIsDeletedOnceWhileItIsInUse() throws Exception {
        var someone = user("radius_read");
        for (int round = 0; round < 5; round++) {
            var client = client(someone.holding("radius_read"));
            String token = token(client.clientId(), client.secret());
            var calls = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 2; i++) {
                calls.add(() -> post(someone.holding(), "delete_oauth_client", Map.of("client_id", client.clientId()))
                        .statusCode());
            }
            for (int i = 0; i < 4; i++) {
                calls.add(() ->
                        post(someone.holding("radius_read"), "add_access_token", Map.of("client_id", client.clientId()))
                                        .statusCode()
                                + 1000);
                calls.add(() -> {
                    introspect(token);
                    return 2000;
                });
            }
            var statuses = atOnce(calls);
            assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
            assertEquals(1, Collections.frequency(statuses, 404), statuses.toString());
            assertEquals(
                    4,
                    Collections.frequency(statuses, 1201) + Collections.frequency(statuses, 1404),
                    statuses.toString());
            assertEquals(0, Traces.count("select count(*) from access_tokens where client_id = $1", client.clientId()));
        }
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Integer>();
            for (var future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void servicesHaveNoClients() {
        var service = TestToken.of("system_read").by("vouchers", "vouchers");
        get(service, "get_oauth_clients", Map.of()).statusCode(422);
        post(service, "add_oauth_client", Map.of("redirect_url", "https://shop.example/"))
                .then()
                .statusCode(422);
    }

    private static String withoutRequestId(String problem) {
        return problem.replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
