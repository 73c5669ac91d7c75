package com.skytill.auth.sso;

import com.skytill.auth.database.SqlTime;
import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.user.Proof;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Optional;

/** The SQL of links that sign users in. */
@Singleton
final class SsoTokenStore {

    private final Pool pool;

    SsoTokenStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * A link that was opened.
     *
     * @param proof of being the user whom it signs in
     * @param path where it goes on to
     * @param good whether it was opened for the first time, in time, for an active user
     */
    record Opened(Proof proof, String username, String path, boolean good) {}

    /** Adds one, in the transaction of the caller's session. */
    Uni<Void> add(String token, long userId, String path, Instant expiresAt) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "insert into sso_tokens (token_hash, user_id, path, expires_at)"
                                        + " values (:hash, :userId, :path, cast(:expiresAt as timestamptz))")
                        .setParameter("hash", Opaque.hash(token))
                        .setParameter("userId", userId)
                        .setParameter("path", path)
                        .setParameter("expiresAt", expiresAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Uses it up. Of two uses the second waits for the first, and is not good; empty when there is no such link. */
    Uni<Optional<Opened>> open(String token, Instant now) {
        var sql = """
                update sso_tokens s set used_at = coalesce(s.used_at, $2)
                from (select token_hash, used_at is null as first from sso_tokens where token_hash = $1 for update) before,
                    users u
                where s.token_hash = before.token_hash and u.user_id = s.user_id
                returning u.user_id, u.password_hash, u.username, s.path, before.first and u.active and s.expires_at > $2 as good
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(token), SqlTime.at(now)))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
                });
    }

    private static Opened map(Row row) {
        return new Opened(
                new Proof(row.getLong("user_id"), row.getString("password_hash")),
                row.getString("username"),
                row.getString("path"),
                row.getBoolean("good"));
    }
}
