package com.skytill.auth;

import com.skytill.auth.opaque.Opaque;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.inject.spi.CDI;

/** What tests change behind the provider's back. */
final class TestClients {

    private TestClients() {}

    /** Has the client's ID tokens signed so. */
    static void idTokenAlgorithm(String clientId, String algorithm) {
        run("update oauth_clients set id_token_algorithm = $2 where client_id = $1", Tuple.of(clientId, algorithm));
    }

    /** Adds a client of the first administrator's. */
    static void add(String clientId, String secret) {
        run(
                "insert into oauth_clients (client_id, secret_sha256, name, redirect_urls, user_id, created_at)"
                        + " values ($1, $2, $1, '{https://other.example/}', 1, now()) on conflict do nothing",
                Tuple.of(clientId, Opaque.hash(secret)));
    }

    /** Adds a client of that user's. */
    static void ownedBy(String clientId, String secret, String username) {
        run(
                "insert into oauth_clients (client_id, secret_sha256, name, redirect_urls, user_id, created_at)"
                        + " select $1, $2, $1, '{https://other.example/}', user_id, now() from users where username = $3",
                Tuple.of(clientId, Opaque.hash(secret), username));
    }

    /** Adds a user whose password is that of the first administrator. */
    static void user(String username, String... permissions) {
        run(
                "insert into users (username, name, password_hash, permissions, created_at)"
                        + " select $1, $1, password_hash, $2, now() from users where user_id = 1 on conflict do nothing",
                Tuple.tuple().addString(username).addArrayOfString(permissions));
    }

    /** The ID of the user of that name. */
    static long userId(String username) {
        return CDI.current()
                .select(Pool.class)
                .get()
                .preparedQuery("select user_id from users where username = $1")
                .execute(Tuple.of(username))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** What that statement counts. */
    static long count(String sql) {
        return CDI.current()
                .select(Pool.class)
                .get()
                .query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** Makes all sign-ins ten minutes older. */
    static void ageSessions() {
        run("update browser_sessions set signed_in_at = signed_in_at - interval '10 minutes'", Tuple.tuple());
    }

    /** Runs that statement. */
    static void run(String sql, Tuple parameters) {
        CDI.current()
                .select(Pool.class)
                .get()
                .preparedQuery(sql)
                .execute(parameters)
                .await()
                .indefinitely();
    }
}
