package com.skytill.auth.token;

import com.skytill.auth.database.SqlTime;
import com.skytill.auth.opaque.Opaque;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Optional;

/** The SQL of refresh tokens; those used are kept until they would have expired, so that a second use is seen. */
@Singleton
final class RefreshTokenStore {

    Uni<Void> add(SqlConnection connection, long grantId, IssuedPair pair) {
        return connection
                .preparedQuery("insert into refresh_tokens (token_hash, grant_id, issued_at, expires_at)"
                        + " values ($1, $2, $3, $4)")
                .execute(Tuple.of(
                        Opaque.hash(pair.refreshToken()),
                        grantId,
                        SqlTime.at(pair.access().issuedAt()),
                        SqlTime.at(pair.refreshExpiresAt())))
                .replaceWithVoid();
    }

    /** The token with its grant, both locked until the transaction ends: of two uses the second waits here. */
    Uni<Optional<RefreshToken>> lock(SqlConnection connection, String token) {
        var sql = """
                select g.grant_id, g.client_id, g.user_id, g.scope, g.signed_in_at, r.expires_at,
                    r.used_at is not null as used, g.revoked_at is null and u.active as live
                from refresh_tokens r join grants g using (grant_id) join users u on u.user_id = g.user_id
                where r.token_hash = $1
                for update of r, g
                """;
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(token)))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
                });
    }

    Uni<Void> use(SqlConnection connection, String token, Instant now) {
        return connection
                .preparedQuery("update refresh_tokens set used_at = $2 where token_hash = $1")
                .execute(Tuple.of(Opaque.hash(token), SqlTime.at(now)))
                .replaceWithVoid();
    }

    private static RefreshToken map(Row row) {
        return new RefreshToken(
                row.getLong("grant_id"),
                row.getString("client_id"),
                row.getLong("user_id"),
                row.getString("scope"),
                row.getOffsetDateTime("signed_in_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getBoolean("used"),
                row.getBoolean("live"));
    }
}
