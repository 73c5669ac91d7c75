package com.skytill.auth.token;

import com.skytill.auth.database.SqlTime;
import com.skytill.auth.opaque.Opaque;
import com.skytill.platform.caller.Permission;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The SQL of access tokens. Each look-up by token is one probe of an index. */
@Singleton
final class TokenStore {

    private final Pool pool;

    TokenStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<AccessToken>> findValid(String token, Instant now) {
        var sql = """
                select t.client_id, t.scope, t.issued_at, t.expires_at, t.last_used_at, u.user_id, u.username, u.name,
                    u.permissions
                from access_tokens t join users u using (user_id)
                where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $2 and u.active
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(token), SqlTime.at(now)))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
                });
    }

    /** Adds a token that belongs to no grant; false when its client is gone meanwhile. */
    Uni<Boolean> add(IssuedToken issued) {
        return add(pool, issued, null);
    }

    /** The same with a token of that grant, in the connection's transaction. */
    Uni<Boolean> add(SqlClient connection, IssuedToken issued, Long grantId) {
        var sql = "insert into access_tokens (token_hash, client_id, user_id, scope, issued_at, expires_at, grant_id)"
                + " select $1, client_id, $3, $4, $5, $6, $7 from oauth_clients where client_id = $2 for key share";
        return connection
                .preparedQuery(sql)
                .execute(Tuple.tuple()
                        .addValue(Opaque.hash(issued.token()))
                        .addValue(issued.clientId())
                        .addValue(issued.userId())
                        .addValue(issued.scope())
                        .addValue(SqlTime.at(issued.issuedAt()))
                        .addValue(SqlTime.at(issued.expiresAt()))
                        .addValue(grantId))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Writes that the token, and its client, were used, unless that was written later than {@code since} already. */
    Uni<Void> touch(String token, Instant now, Instant since) {
        var sql = """
                with touched as (
                    update access_tokens set last_used_at = $2
                    where token_hash = $1 and (last_used_at is null or last_used_at < $3)
                    returning client_id)
                update oauth_clients c set last_used_at = $2 from touched
                where c.client_id = touched.client_id and (c.last_used_at is null or c.last_used_at < $3)
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(token), SqlTime.at(now), SqlTime.at(since)))
                .replaceWithVoid();
    }

    /** Revokes the client's token; false when it is another client's. */
    Uni<Boolean> revoke(String token, String clientId, Instant now) {
        var sql = """
                with shown as (select client_id from access_tokens where token_hash = $1),
                    revoked as (update access_tokens set revoked_at = $3
                        where token_hash = $1 and client_id = $2 and revoked_at is null)
                select not exists (select from shown where client_id <> $2)
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(token), clientId, SqlTime.at(now)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Revokes whatever the grant gave. */
    Uni<Void> revokeGrant(SqlClient connection, long grantId, Instant now) {
        return connection
                .preparedQuery("update access_tokens set revoked_at = $2 where grant_id = $1 and revoked_at is null")
                .execute(Tuple.of(grantId, SqlTime.at(now)))
                .replaceWithVoid();
    }

    private static AccessToken map(Row row) {
        var held = Permission.ofCodes(Arrays.asList(row.getArrayOfStrings("permissions")));
        String scope = row.getString("scope");
        var lastUsed = row.getOffsetDateTime("last_used_at");
        return new AccessToken(
                row.getString("client_id"),
                row.getLong("user_id"),
                row.getString("username"),
                row.getString("name"),
                scope,
                Scopes.narrow(held, scope),
                row.getOffsetDateTime("issued_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                lastUsed == null ? null : lastUsed.toInstant());
    }
}
