package com.skytill.auth.token;

import com.skytill.auth.database.SqlTime;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;

/** The SQL of grants: what one sign-in gave, and its end. */
@Singleton
final class GrantStore {

    private final TokenStore tokens;
    private final RefreshTokenStore refreshTokens;

    GrantStore(TokenStore tokens, RefreshTokenStore refreshTokens) {
        this.tokens = tokens;
        this.refreshTokens = refreshTokens;
    }

    /** Adds the grant of that code and gives its ID. */
    Uni<Long> add(SqlConnection connection, AuthorizationCode code, Instant now) {
        var sql = "insert into grants (client_id, user_id, scope, signed_in_at, granted_at, expires_at)"
                + " values ($1, $2, $3, $4, $5, $5) returning grant_id";
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(
                        code.clientId(), code.userId(), code.scope(), SqlTime.at(code.signedInAt()), SqlTime.at(now)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Adds the tokens that the grant gives now. */
    Uni<Void> give(SqlConnection connection, long grantId, IssuedPair pair) {
        return tokens.add(connection, pair.access(), grantId).chain(() -> refreshTokens.add(connection, grantId, pair));
    }

    /** Ends the grant and everything that it gave. The grant comes first: whoever gives tokens holds its row. */
    Uni<Void> revoke(SqlConnection connection, long grantId, Instant now) {
        return connection
                .preparedQuery("update grants set revoked_at = $2 where grant_id = $1 and revoked_at is null")
                .execute(Tuple.of(grantId, SqlTime.at(now)))
                .chain(() -> tokens.revokeGrant(connection, grantId, now));
    }
}
