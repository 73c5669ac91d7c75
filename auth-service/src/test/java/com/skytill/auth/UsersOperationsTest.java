package com.skytill.auth;

import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.user.Users;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static com.skytill.auth.AuthApi.ADMIN;
import static com.skytill.auth.AuthApi.PASSWORD;
import static com.skytill.auth.AuthApi.get;
import static com.skytill.auth.AuthApi.introspect;
import static com.skytill.auth.AuthApi.newUser;
import static com.skytill.auth.AuthApi.post;
import static com.skytill.auth.AuthApi.token;
import static com.skytill.auth.AuthApi.user;
import static com.skytill.auth.AuthApi.username;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who keeps users may neither rise by it nor lock everybody out. */
@QuarkusTest
class UsersOperationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String SYSTEM_ONLY = "system_write";

    @Inject
    Users users;

    @Inject
    Opaque opaque;

    @Inject
    Pool pool;

    @Test
    void addedUserIsListedAndSignsIn() {
        String username = username();
        var added = post(ADMIN, "add_user", withEmail(newUser(username, "radius_write", "sales_read")))
                .then()
                .statusCode(201)
                .body("status", equalTo("applied"))
                .body("user.username", equalTo(username))
                .body("user.permissions", equalTo(List.of("radius_read", "radius_write", "sales_read")))
                .body("user.active", equalTo(true))
                .body("$", not(hasKey("password")));
        int id = added.extract().path("user.user_id");
        get(ADMIN, "get_users", Map.of("search", username.substring(5).toUpperCase(Locale.ROOT)))
                .statusCode(200)
                .body("items.user_id", equalTo(List.of(id)))
                .body("items[0].email", equalTo("sipho@example.org"))
                .body("items[0]", not(hasKey("password_hash")));
        assertTrue(signsIn(username, PASSWORD));
        assertFalse(signsIn(username, PASSWORD + " "));
    }

    @Test
    void listIsPaged() {
        user();
        user();
        String next = get(ADMIN, "get_users", Map.of("limit", 1))
                .body("items.user_id", equalTo(List.of(1)))
                .extract()
                .path("next");
        get(ADMIN, "get_users", Map.of("limit", 1, "after", next)).body("items.size()", equalTo(1));
        get(TestToken.of("radius_write"), "get_users", Map.of())
                .statusCode(403)
                .body("detail", containsString("system_read"));
    }

    @Test
    void madePasswordIsShownOnceAndKeptNowhere() {
        var asked = newUser(username());
        asked.remove("password");
        asked.put("idempotency_key", username());
        var first = post(ADMIN, "add_user", asked).then().statusCode(201);
        String password = first.extract().path("password");
        assertEquals(43, password.length());
        assertTrue(signsIn(asked.get("username").toString(), password));
        var replayed = post(ADMIN, "add_user", asked);
        assertEquals("true", replayed.header("Idempotency-Replayed"));
        assertFalse(replayed.asString().contains("password"));
        Traces.none(password);
    }

    @Test
    void givenPasswordIsKeptNowhereInTheClearEvenWhileItWaits() {
        String password = "a rather secret pass phrase " + opaque.next("").substring(0, 20);
        var asked = newUser(username());
        asked.put("password", password);
        int update = post(TestToken.of(SYSTEM_ONLY).by("1", "admin"), "add_user", asked)
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        Traces.none(password);
        get(ADMIN, "get_users", Map.of("search", asked.get("username"))).body("items.size()", equalTo(0));
        approve(update).then().statusCode(200).body("user.username", equalTo(asked.get("username")));
        Traces.none(password);
        assertTrue(signsIn(asked.get("username").toString(), password));
    }

    @ParameterizedTest
    @CsvSource({
        "username, ab",
        "username, has space",
        "username, tilde~",
        "name, ''",
        "email, nobody",
        "password, eleven char",
        "password, 0123456789012345678901234567890123456789012345678901234567890123456789012",
        "password, ééééééééééééééééééééééééééééééééééééé",
        "permissions, radius_destroy",
        "permissions, none radius_read",
        "permissions, ','"
    })
    void badInputAddsNobody(String parameter, String value) {
        var asked = newUser(username());
        asked.put(parameter, value);
        long before = numberOfUsers();
        post(ADMIN, "add_user", asked).then().statusCode(400).body("errors.parameter", equalTo(List.of(parameter)));
        assertEquals(before, numberOfUsers());
    }

    @Test
    void unknownPermissionIsRefusedWithTheNearest() {
        var asked = newUser(username(), "radius_wirte,customers_read");
        post(ADMIN, "add_user", asked)
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("radius_wirte is unknown; did you mean radius_write?"));
    }

    @Test
    void passwordIsNotTheUsername() {
        var asked = newUser("Long-" + username());
        asked.put("password", asked.get("username").toString().toLowerCase(Locale.ROOT));
        post(ADMIN, "add_user", asked).then().statusCode(400).body("errors.parameter", equalTo(List.of("password")));
        var someone = user();
        update(ADMIN, someone, Map.of("password", someone.username()))
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("password")));
    }

    @Test
    void usernameIsUniqueInWhateverCase() throws Exception {
        post(ADMIN, "add_user", newUser("ADMIN")).then().statusCode(409).body("code", equalTo("already_exists"));
        var asked = newUser(username());
        assertEquals(
                List.of(201, 409, 409, 409),
                atOnce(4, () -> post(ADMIN, "add_user", asked).statusCode()));
    }

    @Test
    void nobodyGivesWhatTheTokenDoesNotHold() {
        var keeper = user(SYSTEM_ONLY, "review_write");
        var token = keeper.holding(SYSTEM_ONLY, "review_write");
        refusedFor("radius_read", post(token, "add_user", newUser(username(), "radius_read", "system_read")));
        post(token, "add_user", newUser(username(), "system_write")).then().statusCode(201);
        refusedFor("radius_write", update(token, keeper, Map.of("permissions", "system_write radius_write")));
        // The administrator's token that a scope narrowed gives no more than the scope.
        var narrowed = TestToken.of(SYSTEM_ONLY, "review_write").by("1", "admin");
        refusedFor("radius_write", post(narrowed, "add_user", newUser(username(), "radius_write")));
        refusedFor("radius_write", update(narrowed, keeper, Map.of("permissions", "radius_write")));
    }

    @Test
    void nobodyBecomesAStrongerUserByItsPassword() {
        var keeper = user(SYSTEM_ONLY, "review_write");
        var token = keeper.holding(SYSTEM_ONLY, "review_write");
        refusedFor("customers_read", post(token, "update_user", Map.of("username", "admin", "password", PASSWORD)));
        // Nor the administrator itself, by a token that was narrowed.
        var narrowed = TestToken.of(SYSTEM_ONLY, "review_write").by("1", "admin");
        refusedFor("customers_read", post(narrowed, "update_user", Map.of("username", "admin", "password", PASSWORD)));
        assertTrue(signsIn("admin", Installation.ADMIN));
        var left = user("radius_write");
        update(token, left, Map.of("active", false)).then().statusCode(200);
        refusedFor("radius_read", update(token, left, Map.of("active", true)));
        refusedFor("radius_read", update(token, left, Map.of("active", true, "permissions", "radius_read")));
        update(token, left, Map.of("active", true, "permissions", "none"))
                .then()
                .statusCode(200);
    }

    @Test
    void tokenOfAWeakenedOrDeactivatedUserGivesNothing() {
        var keeper = user(SYSTEM_ONLY, "review_write", "radius_write");
        var token = keeper.holding(SYSTEM_ONLY, "review_write", "radius_write");
        update(ADMIN, keeper, Map.of("permissions", "system_write review_write"))
                .then()
                .statusCode(200);
        refusedFor("radius_write", post(token, "add_user", newUser(username(), "radius_write")));
        var waiting = newUser(username(), "system_read");
        int update = post(keeper.holding(SYSTEM_ONLY), "add_user", waiting)
                .then()
                .statusCode(202)
                .extract()
                .path("update_id");
        update(ADMIN, keeper, Map.of("active", false)).then().statusCode(200);
        refusedFor("system_read", approve(update));
        get(ADMIN, "get_users", Map.of("search", waiting.get("username"))).body("items.size()", equalTo(0));
    }

    @Test
    void deactivationEndsAllThatTheUserHas() {
        var someone = user("radius_write");
        var access = new Access(someone);
        introspect(access.token).body("active", equalTo(true));
        update(ADMIN, someone, Map.of("active", false)).then().statusCode(200).body("user.active", equalTo(false));
        access.isOver();
        assertFalse(signsIn(someone.username(), PASSWORD));
        // What was ended stays ended.
        update(ADMIN, someone, Map.of("active", true)).then().statusCode(200);
        access.isOver();
        assertTrue(signsIn(someone.username(), PASSWORD));
    }

    @Test
    void newPasswordEndsAllThatTheUserHas() {
        var someone = user("radius_write");
        var access = new Access(someone);
        var bystander = new Access(user("radius_write"));
        update(ADMIN, someone, Map.of("password", "another twelve letters"))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("password")));
        access.isOver();
        introspect(bystander.token).body("active", equalTo(true));
        assertFalse(signsIn(someone.username(), PASSWORD));
        assertTrue(signsIn(someone.username(), "another twelve letters"));
        Traces.none("another twelve letters");
    }

    @Test
    void fewerPermissionsBindATokenAtOnceAndLeaveItValid() {
        var someone = user("radius_write", "sales_write");
        var access = new Access(someone);
        update(ADMIN, someone, Map.of("permissions", "sales_read", "name", "Other", "email", "o@example.org"))
                .then()
                .statusCode(200)
                .body("user.name", equalTo("Other"))
                .body("user.email", equalTo("o@example.org"));
        introspect(access.token).body("active", equalTo(true)).body("permissions", equalTo(List.of("sales_read")));
    }

    @Test
    void whichUserAndWhatIsToldOnce() {
        post(ADMIN, "update_user", Map.of("name", "X"))
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("username"));
        post(ADMIN, "update_user", Map.of("name", "X", "username", "admin", "user_id", 1))
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("username"));
        post(ADMIN, "update_user", Map.of("username", "admin")).then().statusCode(400);
        post(ADMIN, "update_user", Map.of("username", "nobody", "name", "X"))
                .then()
                .statusCode(404);
        post(ADMIN, "update_user", Map.of("user_id", 999_999_999, "name", "X"))
                .then()
                .statusCode(404);
        post(TestToken.of("radius_write"), "update_user", Map.of("user_id", 1, "name", "X"))
                .then()
                .statusCode(403);
    }

    @Test
    void oneAdministratorIsLeftHoweverManyAreTakenAtOnce() throws Exception {
        // Those of other tests, who may do less: the last one brings the first administrator back.
        administrators().stream()
                .filter(id -> id != 1)
                .forEach(id -> post(ADMIN, "update_user", Map.of("user_id", id, "active", false))
                        .then()
                        .statusCode(200));
        for (int i = 0; i < 4; i++) {
            user(TestToken.administrator().permissions().toArray(String[]::new));
        }
        var all = administrators();
        assertEquals(5, all.size());
        var changes = List.of(Map.of("active", "false"), Map.of("permissions", "none"));
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < all.size(); i++) {
            var asked = new HashMap<String, Object>(changes.get(i % 2));
            asked.put("user_id", all.get(i));
            calls.add(() -> retried(asked));
        }
        var statuses = atOnce(calls);
        var left = administrators();
        restore(left);
        assertEquals(1, left.size(), statuses.toString());
        assertEquals(1, statuses.stream().filter(status -> status == 422).count(), statuses.toString());
        assertEquals(
                all.size() - 1,
                statuses.stream().filter(status -> status == 200).count());
    }

    /** A lock that takes long is told as such, and the caller is to try again. */
    private static int retried(Map<String, Object> asked) {
        int status = post(ADMIN, "update_user", asked).statusCode();
        return status == 409 ? retried(asked) : status;
    }

    private static List<Integer> administrators() {
        return get(ADMIN, "get_users", Map.of("active", true, "limit", 500))
                .extract()
                .path("items.findAll { it.permissions.contains('system_write') }.user_id");
    }

    /** The first administrator is what other tests start from. */
    private static void restore(List<Integer> left) {
        var survivor = TestToken.administrator().by(left.getFirst().toString(), "survivor");
        post(
                        survivor,
                        "update_user",
                        Map.of(
                                "user_id",
                                1,
                                "active",
                                true,
                                "permissions",
                                String.join(" ", TestToken.administrator().permissions())))
                .then()
                .statusCode(200);
    }

    private static void refusedFor(String permission, Response response) {
        response.then()
                .statusCode(403)
                .body("code", equalTo("insufficient_permission"))
                .body("detail", containsString(permission));
    }

    private static Response update(TestToken token, AuthApi.Someone someone, Map<String, ?> changes) {
        var parameters = new HashMap<String, Object>(changes);
        parameters.put("user_id", someone.userId());
        return post(token, "update_user", parameters);
    }

    private static Response approve(int update) {
        return post(ADMIN, "approve_auth_update", Map.of("update_id", update));
    }

    private boolean signsIn(String username, String password) {
        return users.signIn(username, password).await().atMost(PATIENCE).proof().isPresent();
    }

    private long numberOfUsers() {
        return pool.query("select count(*) from users")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }

    private static List<Integer> atOnce(int times, Callable<Integer> call) throws Exception {
        return atOnce(Collections.nCopies(times, call));
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Integer>();
            for (var future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results.stream().sorted().toList();
        }
    }

    private static Map<String, Object> withEmail(Map<String, Object> parameters) {
        parameters.put("email", "sipho@example.org");
        return parameters;
    }

    /** One of everything that lets somebody act as a user. */
    private final class Access {

        private final int userId;
        private final String token;

        Access(AuthApi.Someone someone) {
            userId = someone.userId();
            String clientId = "c" + userId;
            String secret = opaque.next("");
            run(
                    "insert into oauth_clients (client_id, secret_sha256, name, redirect_urls, user_id, created_at)"
                            + " values ($1, $2, 'X', '{}', $3, now())",
                    Tuple.of(clientId, Opaque.hash(secret), (long) userId));
            token = token(clientId, secret);
            var bound = Tuple.of(Opaque.hash(token), clientId, (long) userId);
            run(
                    "insert into authorization_codes (code_hash, client_id, user_id, redirect_url, scope, signed_in_at,"
                            + " expires_at) values ($1, $2, $3, 'https://till.example/', '', now(), now() + '1 min')",
                    bound);
            run(
                    "insert into grants (client_id, user_id, scope, signed_in_at, granted_at, expires_at)"
                            + " values ($2, $3, encode($1, 'hex'), now(), now(), now() + '1 day')",
                    bound);
            run(
                    "insert into browser_sessions (session_hash, user_id, signed_in_at, expires_at)"
                            + " select $1, $3, now(), now() + '1 hour' where $2 <> ''",
                    bound);
            run(
                    "insert into sso_tokens (token_hash, user_id, path, expires_at)"
                            + " select $1, $3, '/', now() + '1 min' where $2 <> ''",
                    bound);
            assertNotNull(token);
        }

        void isOver() {
            introspect(token).body("active", equalTo(false));
            for (String table : List.of("authorization_codes", "browser_sessions", "sso_tokens")) {
                assertEquals(0, count("select count(*) from " + table + " where user_id = $1"), table);
            }
            for (String table : List.of("access_tokens", "grants")) {
                assertEquals(
                        0,
                        count("select count(*) from " + table + " where user_id = $1 and revoked_at is null"),
                        table);
            }
        }

        private void run(String sql, Tuple values) {
            pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
        }

        private long count(String sql) {
            return pool.preparedQuery(sql)
                    .execute(Tuple.of((long) userId))
                    .map(rows -> rows.iterator().next().getLong(0))
                    .await()
                    .atMost(PATIENCE);
        }
    }
}
