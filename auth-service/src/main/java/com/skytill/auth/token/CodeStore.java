package com.skytill.auth.token;

import com.skytill.auth.database.SqlTime;
import com.skytill.auth.opaque.Opaque;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Optional;

/** The SQL of authorization codes. */
@Singleton
final class CodeStore {

    private final Pool pool;

    CodeStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Adds one while the session of that cookie is there, and says whether it was. Whoever ends sessions ends codes afterwards:
     * this waits for that, or that finds this one.
     */
    Uni<Boolean> add(String code, AuthorizationCode bound, String session) {
        var sql = """
                insert into authorization_codes (code_hash, client_id, user_id, redirect_url, code_challenge, scope,
                    nonce, signed_in_at, expires_at)
                select $1, $2, user_id, $4, $5, $6, $7, $8, $9
                from browser_sessions where session_hash = $10 and user_id = $3 for key share
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.tuple()
                        .addValue(Opaque.hash(code))
                        .addValue(bound.clientId())
                        .addValue(bound.userId())
                        .addValue(bound.redirectUrl())
                        .addValue(bound.codeChallenge())
                        .addValue(bound.scope())
                        .addValue(bound.nonce())
                        .addValue(SqlTime.at(bound.signedInAt()))
                        .addValue(SqlTime.at(bound.expiresAt()))
                        .addValue(Opaque.hash(session)))
                .map(added -> added.rowCount() == 1);
    }

    /** Uses the client's code up; empty when that was done before, or there is no such code. Of two uses the second waits. */
    Uni<Optional<AuthorizationCode>> use(SqlConnection connection, String code, String clientId, Instant now) {
        var sql = """
                update authorization_codes c set used_at = $3
                from users u
                where c.code_hash = $1 and c.client_id = $2 and c.used_at is null and u.user_id = c.user_id and u.active
                returning c.client_id, c.user_id, c.redirect_url, c.code_challenge, c.scope, c.nonce, c.signed_in_at,
                    c.expires_at
                """;
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(code), clientId, SqlTime.at(now)))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
                });
    }

    /** Remembers what the code gave. */
    Uni<Void> gave(SqlConnection connection, String code, long grantId) {
        return connection
                .preparedQuery("update authorization_codes set grant_id = $2 where code_hash = $1")
                .execute(Tuple.of(Opaque.hash(code), grantId))
                .replaceWithVoid();
    }

    /** What the code gave, if it was used. */
    Uni<Optional<Long>> given(SqlConnection connection, String code) {
        return connection
                .preparedQuery("select grant_id from authorization_codes where code_hash = $1 and grant_id is not null")
                .execute(Tuple.of(Opaque.hash(code)))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Optional.of(iterator.next().getLong(0)) : Optional.empty();
                });
    }

    private static AuthorizationCode map(Row row) {
        return new AuthorizationCode(
                row.getString("client_id"),
                row.getLong("user_id"),
                row.getString("redirect_url"),
                row.getString("code_challenge"),
                row.getString("scope"),
                row.getString("nonce"),
                row.getOffsetDateTime("signed_in_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
