package com.skytill.auth.token;

import com.skytill.auth.opaque.Opaque;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** The SQL of authorization codes. */
@Singleton
final class CodeStore {

    private final Pool pool;
    private final TokenStore tokens;

    CodeStore(Pool pool, TokenStore tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    /** A token to be stored, and what it stands for. */
    record NewToken(String token, IssuedToken issued) {}

    /** What a code was turned into. */
    record Redeemed(AuthorizationCode code, NewToken token) {}

    Uni<Void> add(String code, AuthorizationCode bound) {
        var sql = """
                insert into authorization_codes (code_hash, client_id, user_id, redirect_url, code_challenge, scope,
                    nonce, signed_in_at, expires_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
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
                        .addValue(at(bound.signedInAt()))
                        .addValue(at(bound.expiresAt())))
                .replaceWithVoid();
    }

    /**
     * Uses the code up and stores the token that it is turned into, in one transaction. Of two uses the second waits for the
     * first here, finds the code used, and revokes what the first was given. A use that is not admitted uses the code up too.
     *
     * @param turn the token for a code that is admitted
     */
    Uni<Optional<Redeemed>> redeem(
            String code, String clientId, Instant now, Function<AuthorizationCode, Optional<NewToken>> turn) {
        return pool.withTransaction(connection -> use(connection, code, clientId, now)
                .flatMap(found -> {
                    if (found.isEmpty()) {
                        return tokens.revokeGivenFor(connection, code, now).replaceWith(Optional.<Redeemed>empty());
                    }
                    var token = turn.apply(found.get());
                    if (token.isEmpty()) {
                        return Uni.createFrom().item(Optional.<Redeemed>empty());
                    }
                    return tokens.add(
                                    connection, token.get().token(), token.get().issued())
                            .replaceWith(Optional.of(new Redeemed(found.get(), token.get())));
                }));
    }

    private static Uni<Optional<AuthorizationCode>> use(
            SqlConnection connection, String code, String clientId, Instant now) {
        var sql = """
                update authorization_codes c set used_at = $3
                from users u
                where c.code_hash = $1 and c.client_id = $2 and c.used_at is null and u.user_id = c.user_id and u.active
                returning c.client_id, c.user_id, c.redirect_url, c.code_challenge, c.scope, c.nonce, c.signed_in_at,
                    c.expires_at
                """;
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(Opaque.hash(code), clientId, at(now)))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
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

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
