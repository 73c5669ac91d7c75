package com.skytill.auth.bootstrap;

import com.skytill.auth.database.SqlTime;
import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.settings.Modules;
import com.skytill.platform.caller.Permission;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Arrays;

/** The SQL of an installation's first rows. */
@Singleton
final class BootstrapStore {

    /** Any number; held while the first rows are made, so that of many replicas one makes them. */
    private static final long ADVISORY_LOCK = 0x534b59424f4f54L;

    private final Pool pool;

    BootstrapStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * What the first rows are made of.
     *
     * @param client null when none is wanted
     */
    record FirstUser(String username, String passwordHash, FirstClient client) {}

    /**
     * The first administrator's client.
     *
     * @param redirectUrl may be null
     */
    record FirstClient(String clientId, String secret, String redirectUrl) {}

    /** Gives the client, if it exists, that secret: the configured one is the valid one, also after it was changed there. */
    Uni<Void> setSecret(FirstClient client) {
        return pool.preparedQuery("update oauth_clients set secret_sha256 = $2, secret_hash = null"
                        + " where client_id = $1 and secret_sha256 is distinct from $2")
                .execute(Tuple.of(client.clientId(), Opaque.hash(client.secret())))
                .replaceWithVoid();
    }

    Uni<Boolean> hasUsers() {
        return pool.query("select exists (select from users)")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Adds the settings' row if there is none. */
    Uni<Void> addSettings(String companyName) {
        return pool.preparedQuery(
                        "insert into wisp_settings (company_name, modules) values ($1, $2) on conflict do nothing")
                .execute(Tuple.tuple().addString(companyName).addArrayOfString(Modules.ALL.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Adds the first administrator, and its client if it has one; false when somebody else has been first. */
    Uni<Boolean> addFirst(FirstUser first, Instant now) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(ADVISORY_LOCK))
                .flatMap(ignored -> addUser(connection, first, now))
                .flatMap(userId -> userId == null || first.client() == null
                        ? Uni.createFrom().item(userId != null)
                        : addClient(connection, first.client(), userId, now)));
    }

    private static Uni<Long> addUser(SqlConnection connection, FirstUser first, Instant now) {
        String[] permissions = Arrays.stream(Permission.values())
                .map(Permission::code)
                .filter(code -> code.endsWith("_write"))
                .toArray(String[]::new);
        return connection
                .preparedQuery(
                        "insert into users (username, name, password_hash, permissions, created_at)"
                                + " select $1, 'Administrator', $2, $3, $4 where not exists (select from users) returning user_id")
                .execute(Tuple.tuple()
                        .addString(first.username())
                        .addString(first.passwordHash())
                        .addArrayOfString(permissions)
                        .addValue(SqlTime.at(now)))
                .map(rows ->
                        rows.rowCount() == 0 ? null : rows.iterator().next().getLong(0));
    }

    private static Uni<Boolean> addClient(SqlConnection connection, FirstClient first, long userId, Instant now) {
        String[] redirectUrls = first.redirectUrl() == null ? new String[0] : new String[] {first.redirectUrl()};
        return connection
                .preparedQuery(
                        "insert into oauth_clients (client_id, secret_sha256, name, redirect_urls, user_id, created_at)"
                                + " values ($1, $2, 'First client', $3, $4, $5)")
                .execute(Tuple.tuple()
                        .addString(first.clientId())
                        .addValue(Opaque.hash(first.secret()))
                        .addArrayOfString(redirectUrls)
                        .addLong(userId)
                        .addValue(SqlTime.at(now)))
                .replaceWith(true);
    }
}
