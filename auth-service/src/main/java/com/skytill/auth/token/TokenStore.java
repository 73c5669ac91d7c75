package com.skytill.auth.token;

import com.skytill.auth.opaque.Opaque;
import com.skytill.platform.caller.Permission;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** The SQL of access tokens. Introspection is one indexed look-up. */
@Singleton
final class TokenStore {

    private final Pool pool;

    TokenStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<AccessToken>> findValid(String token, Instant now) {
        var sql = """
                select t.client_id, t.scope, t.issued_at, t.expires_at, u.user_id, u.username, u.name, u.permissions
                from access_tokens t join users u using (user_id)
                where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $2 and u.active
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(token), at(now)))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
                });
    }

    /** Adds a token. */
    Uni<Void> add(String token, IssuedToken issued) {
        return add(pool, token, issued);
    }

    /** Adds a token; on that connection, which may be in a transaction. */
    Uni<Void> add(SqlClient connection, String token, IssuedToken issued) {
        var sql = "insert into access_tokens (token_hash, client_id, user_id, scope, issued_at, expires_at, code_hash)"
                + " values ($1, $2, $3, $4, $5, $6, $7)";
        return connection
                .preparedQuery(sql)
                .execute(Tuple.tuple()
                        .addValue(Opaque.hash(token))
                        .addValue(issued.clientId())
                        .addValue(issued.userId())
                        .addValue(issued.scope())
                        .addValue(at(issued.issuedAt()))
                        .addValue(at(issued.expiresAt()))
                        .addValue(issued.code() == null ? null : Opaque.hash(issued.code())))
                .replaceWithVoid();
    }

    /** Revokes the client's token; does nothing when it is not the client's, or is none. */
    Uni<Void> revoke(String token, String clientId, Instant now) {
        return pool.preparedQuery("update access_tokens set revoked_at = $3"
                        + " where token_hash = $1 and client_id = $2 and revoked_at is null")
                .execute(Tuple.of(Opaque.hash(token), clientId, at(now)))
                .replaceWithVoid();
    }

    /** Revokes whatever was given for the code. */
    Uni<Void> revokeGivenFor(SqlClient connection, String code, Instant now) {
        return connection
                .preparedQuery("update access_tokens set revoked_at = $2 where code_hash = $1 and revoked_at is null")
                .execute(Tuple.of(Opaque.hash(code), at(now)))
                .replaceWithVoid();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static AccessToken map(Row row) {
        var held = Permission.ofCodes(Arrays.asList(row.getArrayOfStrings("permissions")));
        String scope = row.getString("scope");
        return new AccessToken(
                row.getString("client_id"),
                row.getLong("user_id"),
                row.getString("username"),
                row.getString("name"),
                scope,
                Scopes.narrow(held, scope),
                row.getOffsetDateTime("issued_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
