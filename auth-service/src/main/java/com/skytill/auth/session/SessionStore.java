package com.skytill.auth.session;

import com.skytill.auth.opaque.Opaque;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The SQL of browser sessions. */
@Singleton
final class SessionStore {

    private final Pool pool;

    SessionStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> add(String cookie, long userId, Instant now, Instant expiresAt) {
        return pool.preparedQuery("insert into browser_sessions (session_hash, user_id, signed_in_at, expires_at)"
                        + " values ($1, $2, $3, $4)")
                .execute(Tuple.of(Opaque.hash(cookie), userId, at(now), at(expiresAt)))
                .replaceWithVoid();
    }

    /** The session of that cookie, while it lasts and its user is active. */
    Uni<Optional<BrowserSession>> find(String cookie, Instant now) {
        return pool.preparedQuery(
                        "select s.user_id, s.signed_in_at from browser_sessions s join users u using (user_id)"
                                + " where s.session_hash = $1 and s.expires_at > $2 and u.active")
                .execute(Tuple.of(Opaque.hash(cookie), at(now)))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
                });
    }

    private static BrowserSession map(Row row) {
        return new BrowserSession(
                row.getLong("user_id"), row.getOffsetDateTime("signed_in_at").toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
