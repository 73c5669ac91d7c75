package com.skytill.auth;

import com.skytill.auth.opaque.Opaque;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static com.skytill.auth.AuthApi.ADMIN;
import static com.skytill.auth.AuthApi.client;
import static com.skytill.auth.AuthApi.get;
import static com.skytill.auth.AuthApi.introspect;
import static com.skytill.auth.AuthApi.post;
import static com.skytill.auth.AuthApi.token;
import static com.skytill.auth.AuthApi.user;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tokens that are given and ended by hand. */
@QuarkusTest
class AccessTokensOperationsTest {

    @Test
    void addedTokenActsForTheOwnerForAnHour() {
        var someone = user("radius_write");
        var client = client(someone.holding("radius_write"));
        var added = add(someone.holding("radius_write"), client.clientId(), Map.of())
                .statusCode(201)
                .body("access_token", matchesPattern("sk_[A-Za-z0-9_-]{43}"))
                .body("token.client_id", equalTo(client.clientId()))
                .body("token.username", equalTo(someone.username()))
                .body("token.scope", equalTo(""))
                .body("token", not(hasKey("access_token")))
                .extract();
        var times = added.jsonPath();
        assertEquals(
                Duration.ofHours(1),
                Duration.between(
                        Instant.parse(times.getString("token.issued_at")),
                        Instant.parse(times.getString("token.expires_at"))));
        introspect(added.path("access_token"))
                .body("active", equalTo(true))
                .body("client_id", equalTo(client.clientId()))
                .body("username", equalTo(someone.username()))
                .body("permissions", equalTo(List.of("radius_read", "radius_write")));
        get(someone.holding(), "get_access_tokens", Map.of())
                .body("items.token_id", equalTo(List.of(times.getInt("token.token_id"))))
                .body("items[0].last_used_at", notNullValue());
    }

    @Test
    void tokenIsShownOnceAndKeptNowhere() {
        var client = client(ADMIN);
        var asked = Map.of("idempotency_key", UUID.randomUUID().toString(), "expires_at", inDays(1));
        String token = add(ADMIN, client.clientId(), asked).extract().path("access_token");
        var replayed = add(ADMIN, client.clientId(), asked)
                .header("Idempotency-Replayed", "true")
                .extract()
                .asString();
        assertFalse(replayed.contains(token));
        assertFalse(get(ADMIN, "get_access_tokens", Map.of("client_id", client.clientId()))
                .extract()
                .asString()
                .contains(token));
        Traces.none(token);
    }

    @Test
    void scopeNarrowsAndExpiryIsAsGiven() {
        var someone = user("radius_write", "sales_write");
        var client = client(someone.holding("radius_write", "sales_write"));
        String end = inDays(364);
        var added = add(
                        someone.holding("radius_write", "sales_write"),
                        client.clientId(),
                        Map.of("scope", "radius_read openid", "expires_at", end))
                .statusCode(201)
                .body("token.scope", equalTo("radius_read openid"))
                .body("token.expires_at", equalTo(end))
                .extract();
        introspect(added.path("access_token"))
                .body("permissions", equalTo(List.of("radius_read")))
                .body("exp", equalTo((int) Instant.parse(end).getEpochSecond()));
    }

    @ParameterizedTest
    @CsvSource({
        "expires_at, 2020-01-01T00:00:00Z",
        "expires_at, +999999999-12-31T23:59:59Z",
        "expires_at, 2999-01-01T00:00:00Z",
        "expires_at, tomorrow",
        "scope, radius_destroy",
        "scope, none",
        "scope, ','",
        "client_id, ''"
    })
    void badInputAddsNoToken(String parameter, String value) {
        var asked = new HashMap<String, Object>(Map.of("client_id", "first"));
        asked.put(parameter, value);
        post(ADMIN, "add_access_token", asked)
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of(parameter)));
    }

    @Test
    void narrowedTokenMakesNoWiderToken() {
        var someone = user("radius_write", "sales_write");
        var client = client(someone.holding("radius_write", "sales_write"));
        var narrowed = someone.holding("sales_write");
        add(narrowed, client.clientId(), Map.of())
                .statusCode(403)
                .body("code", equalTo("insufficient_scope"))
                .body("detail", containsString("radius_read"));
        add(narrowed, client.clientId(), Map.of("scope", "radius_read"))
                .statusCode(403)
                .body("code", equalTo("insufficient_scope"));
        // Nor one that would become wider when the owner does.
        add(narrowed, client.clientId(), Map.of("scope", "system_write"))
                .statusCode(403)
                .body("code", equalTo("insufficient_permission"));
        add(narrowed, client.clientId(), Map.of("scope", "sales_read")).statusCode(201);
        var openid = add(narrowed, client.clientId(), Map.of("scope", "openid")).statusCode(201);
        introspect(openid.extract().path("access_token")).body("permissions", equalTo(List.of()));
    }

    @Test
    void othersClientsLookUnknown() {
        var client = client(user().holding());
        var stranger = user("radius_write").holding("radius_write");
        String others = add(stranger, client.clientId(), Map.of())
                .statusCode(404)
                .extract()
                .path("detail");
        String unknown = add(stranger, "client_unknown", Map.of())
                .statusCode(404)
                .extract()
                .path("detail");
        assertEquals(unknown, others);
        add(stranger, "first", Map.of()).statusCode(404);
        add(stranger, "gateway", Map.of()).statusCode(404);
        // With system_write alone one can't become the administrator.
        add(user("system_write").holding("system_write"), "first", Map.of())
                .statusCode(403)
                .body("code", equalTo("insufficient_permission"));
        add(ADMIN, client.clientId(), Map.of()).statusCode(201);
    }

    @Test
    void listShowsWhatIsValidAndOnesOwn() {
        var someone = user("radius_write");
        var owner = someone.holding("radius_write");
        var one = client(owner);
        var other = client(owner);
        int first = add(owner, one.clientId(), Map.of()).extract().path("token.token_id");
        int second = add(owner, other.clientId(), Map.of()).extract().path("token.token_id");
        int third = add(owner, one.clientId(), Map.of()).extract().path("token.token_id");
        String next = get(owner, "get_access_tokens", Map.of("limit", 2))
                .body("items.token_id", equalTo(List.of(first, second)))
                .extract()
                .path("next");
        get(owner, "get_access_tokens", Map.of("limit", 2, "after", next))
                .body("items.token_id", equalTo(List.of(third)));
        get(owner, "get_access_tokens", Map.of("client_id", one.clientId()))
                .body("items.token_id", equalTo(List.of(first, third)));
        get(ADMIN, "get_access_tokens", Map.of("username", someone.username(), "client_id", other.clientId()))
                .body("items.token_id", equalTo(List.of(second)));
        get(user("system_read").holding("system_read"), "get_access_tokens", Map.of("username", someone.username()))
                .statusCode(403);
        delete(owner, first).statusCode(200);
        get(owner, "get_access_tokens", Map.of()).body("items.token_id", equalTo(List.of(second, third)));
    }

    @Test
    void deletedTokenIsInactiveAtOnce() {
        var someone = user("radius_write");
        var client = client(someone.holding("radius_write"));
        String token = token(client.clientId(), client.secret());
        String kept = token(client.clientId(), client.secret());
        int id = get(someone.holding(), "get_access_tokens", Map.of()).extract().path("items[0].token_id");
        delete(user("radius_write").holding("radius_write"), id).statusCode(404);
        introspect(token).body("active", equalTo(true));
        delete(someone.holding(), id).statusCode(200).body("token.token_id", equalTo(id));
        introspect(token).body("active", equalTo(false));
        introspect(kept).body("active", equalTo(true));
        delete(someone.holding(), id).statusCode(404);
        delete(someone.holding(), 999_999_999).statusCode(404);
    }

    @Test
    void deletedTokenOfASignInEndsAllThatTheSignInGave() {
        var tokens = Provider.tokens("openid radius_read");
        String token = tokens.getString("access_token");
        introspect(token).body("active", equalTo(true));
        long id = Traces.count("select token_id from access_tokens where token_hash = $1", Opaque.hash(token));
        delete(ADMIN, (int) id).statusCode(200);
        introspect(token).body("active", equalTo(false));
        Provider.refresh(tokens.getString("refresh_token"), Map.of()).then().statusCode(400);
    }

    @Test
    void deactivatedOwnerGetsNoToken() {
        var someone = user("radius_write");
        var client = client(someone.holding("radius_write"));
        String token = add(someone.holding("radius_write"), client.clientId(), Map.of("expires_at", inDays(300)))
                .extract()
                .path("access_token");
        post(ADMIN, "update_user", Map.of("username", someone.username(), "active", false))
                .then()
                .statusCode(200);
        introspect(token).body("active", equalTo(false));
        add(ADMIN, client.clientId(), Map.of()).statusCode(422);
        add(someone.holding("radius_write"), client.clientId(), Map.of()).statusCode(422);
        post(ADMIN, "update_user", Map.of("username", someone.username(), "active", true));
        introspect(token).body("active", equalTo(false));
        assertTrue(get(someone.holding(), "get_access_tokens", Map.of())
                .extract()
                .jsonPath()
                .getList("items")
                .isEmpty());
    }

    private static ValidatableResponse add(TestToken token, String clientId, Map<String, ?> more) {
        var parameters = new HashMap<String, Object>(more);
        parameters.put("client_id", clientId);
        return post(token, "add_access_token", parameters).then();
    }

    private static ValidatableResponse delete(TestToken token, int tokenId) {
        return post(token, "delete_access_token", Map.of("token_id", tokenId)).then();
    }

    private static String inDays(int days) {
        return Instant.ofEpochSecond(Instant.now().getEpochSecond())
                .plus(Duration.ofDays(days))
                .toString();
    }
}
