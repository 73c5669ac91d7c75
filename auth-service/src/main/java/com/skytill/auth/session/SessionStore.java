package com.skytill.auth.session;

import com.skytill.auth.database.SqlTime;
import com.skytill.auth.opaque.Opaque;
import com.skytill.auth.user.Proof;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Optional;

/** The SQL of browser sessions. */
@Singleton
final class SessionStore {

    private final Pool pool;

    SessionStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Adds one while the proof holds, and says whether it did. Whoever changes the user has its row locked until all sessions
     * are ended: this waits for that, or that finds this one.
     */
    Uni<Boolean> add(String cookie, Proof proof, String request, Instant now, Instant expiresAt) {
        var sql = """
                insert into browser_sessions (session_hash, user_id, signed_in_at, expires_at, signed_in_for)
                select $1, user_id, $4, $5, $6 from users where user_id = $2 and password_hash = $3 and active for share
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(
                        Opaque.hash(cookie),
                        proof.userId(),
                        proof.passwordHash(),
                        SqlTime.at(now),
                        SqlTime.at(expiresAt),
                        Opaque.hash(request)))
                .map(added -> added.rowCount() == 1);
    }

    /** The session of that cookie, while it lasts and its user is active. */
    Uni<Optional<BrowserSession>> find(String cookie, String request, Instant now) {
        var sql = """
                select s.user_id, s.signed_in_at, coalesce(s.signed_in_for = $2, false) as signed_in_for_this,
                    coalesce(s.consented_for = $2, false) as consented_for_this
                from browser_sessions s join users u using (user_id)
                where s.session_hash = $1 and s.expires_at > $3 and u.active
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(cookie), Opaque.hash(request), SqlTime.at(now)))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
                });
    }

    Uni<Void> consented(String cookie, String request) {
        return pool.preparedQuery("update browser_sessions set consented_for = $2 where session_hash = $1")
                .execute(Tuple.of(Opaque.hash(cookie), Opaque.hash(request)))
                .replaceWithVoid();
    }

    /** Forgets that the sign-in and the consent were given for that request: the next one like it asks again. */
    Uni<Void> answered(String cookie, String request) {
        var sql = """
                update browser_sessions
                set signed_in_for = nullif(signed_in_for, $2), consented_for = nullif(consented_for, $2)
                where session_hash = $1 and (signed_in_for = $2 or consented_for = $2)
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(cookie), Opaque.hash(request)))
                .replaceWithVoid();
    }

    Uni<Void> delete(String cookie) {
        return pool.preparedQuery("delete from browser_sessions where session_hash = $1")
                .execute(Tuple.of(Opaque.hash(cookie)))
                .replaceWithVoid();
    }

    private static BrowserSession map(Row row) {
        return new BrowserSession(
                row.getLong("user_id"),
                row.getOffsetDateTime("signed_in_at").toInstant(),
                row.getBoolean("signed_in_for_this"),
                row.getBoolean("consented_for_this"));
    }
}
