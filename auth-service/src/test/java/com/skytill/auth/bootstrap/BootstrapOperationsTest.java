package com.skytill.auth.bootstrap;

import com.skytill.auth.key.SigningKeys;
import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.password.Passwords;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.inject.Inject;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Later starts of an installation. */
@QuarkusTest
class BootstrapOperationsTest {

    private static final String SECRET = "another-secret-that-stands-for-256-random-bits";

    @Inject
    BootstrapStore store;

    @Inject
    Passwords passwords;

    @Inject
    SigningKeys keys;

    @Inject
    Opaque opaque;

    @Inject
    Pool pool;

    @Test
    void configuredSecretReplacesTheOneBefore() {
        run("insert into oauth_clients (client_id, secret_hash, name, redirect_urls, user_id, created_at)"
                + " values ('old', 'bcrypt', 'Old', '{}', 1, now()) on conflict do nothing");
        token("old", SECRET).statusCode(401);
        // A row of an earlier release, whose secret can't be shown any more, does not make the client a public one.
        given().contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "old")
                .post("/oauth/token")
                .then()
                .statusCode(401);
        start(Map.of("client-id", "old", "client-secret", SECRET));
        token("old", SECRET).statusCode(200);
        start(Map.of("client-id", "old", "client-secret", SECRET + "2"));
        token("old", SECRET).statusCode(401);
        token("old", SECRET + "2").statusCode(200);
        assertEquals(1, count("select count(*) from oauth_clients where client_id = 'old' and secret_hash is null"));
    }

    @Test
    void deletedClientIsNotMadeAgain() {
        start(Map.of("client-id", "deleted", "client-secret", SECRET));
        assertEquals(0, count("select count(*) from oauth_clients where client_id = 'deleted'"));
        assertEquals(1, count("select count(*) from users where username = 'admin'"));
    }

    @ParameterizedTest
    @CsvSource({
        "client-secret, a-secret-of-thirty-one-letters",
        "redirect-url, http://till.example/callback",
        "redirect-url, javascript:alert(1)"
    })
    void badConfigurationFailsTheStartByItsKey(String key, String value) {
        var config = new HashMap<>(Map.of("client-id", "first", "client-secret", SECRET));
        config.put(key, value);
        var refused = assertThrows(IllegalStateException.class, () -> start(config));
        assertTrue(refused.getMessage().contains("skytill.bootstrap." + key), refused.getMessage());
        assertFalse(refused.getMessage().contains(value));
    }

    private void start(Map<String, String> values) {
        var prefixed = new HashMap<String, String>();
        values.forEach((key, value) -> prefixed.put("skytill.bootstrap." + key, value));
        var config = new SmallRyeConfigBuilder()
                .withMapping(BootstrapConfig.class)
                .withSources(new PropertiesConfigSource(prefixed, "test", 1))
                .build()
                .getConfigMapping(BootstrapConfig.class);
        new Bootstrap(store, config, passwords, keys, opaque, Clock.systemUTC()).start(new StartupEvent());
    }

    private static ValidatableResponse token(String clientId, String secret) {
        return given().contentType("application/x-www-form-urlencoded")
                .auth()
                .preemptive()
                .basic(clientId, secret)
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private long count(String sql) {
        return pool.query(sql)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }
}
