package com.skytill.auth.token;

import com.skytill.auth.opaque.Opaque;
import com.skytill.platform.list.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The SQL of access tokens for those who keep them; all in the session of the caller's transaction. */
@Singleton
final class OwnTokenStore {

    private static final String SELECT = """
            select t.token_id, t.user_id, t.grant_id, t.client_id, u.username, t.scope, t.issued_at, t.expires_at,
                t.last_used_at
            from access_tokens t join users u on u.user_id = t.user_id
            where t.revoked_at is null and t.expires_at > :now
            """;

    /**
     * A valid token with whom it acts for.
     *
     * @param grantId the sign-in that gave it; null when none did
     */
    record Owned(long userId, Long grantId, AccessTokenView view) {}

    Uni<Optional<Owned>> find(long tokenId, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(SELECT + " and t.token_id = :tokenId", Tuple.class)
                        .setParameter("now", now)
                        .setParameter("tokenId", tokenId)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(OwnTokenStore::map));
    }

    /** One row more than asked for, in the order of the IDs; of all clients when that is null. */
    Uni<List<Owned>> list(long userId, String clientId, PageRequest page, Instant now) {
        var sql = SELECT + """
                 and t.user_id = :userId and t.token_id > :after
                and (cast(:clientId as text) is null or t.client_id = :clientId)
                order by t.token_id limit :rows
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("now", now)
                        .setParameter("userId", userId)
                        .setParameter("after", page.afterId())
                        .setParameter("clientId", clientId)
                        .setParameter("rows", page.limit() + 1)
                        .getResultList())
                .map(rows -> rows.stream().map(OwnTokenStore::map).toList());
    }

    /** Adds the token and gives its ID. */
    Uni<Long> add(IssuedToken issued) {
        var sql = """
                insert into access_tokens (token_hash, client_id, user_id, scope, issued_at, expires_at)
                values (decode(:hash, 'hex'), :clientId, :userId, :scope, cast(:issuedAt as timestamptz),
                    cast(:expiresAt as timestamptz))
                returning token_id
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("hash", HexFormat.of().formatHex(Opaque.hash(issued.token())))
                        .setParameter("clientId", issued.clientId())
                        .setParameter("userId", issued.userId())
                        .setParameter("scope", issued.scope())
                        .setParameter("issuedAt", issued.issuedAt())
                        .setParameter("expiresAt", issued.expiresAt())
                        .getSingleResult());
    }

    /** Revokes the token, with its grant and all that the grant gave. The grant comes first: whoever gives tokens holds it. */
    Uni<Void> revoke(Owned token, Instant now) {
        var grant = token.grantId() == null
                ? Uni.createFrom().voidItem()
                : run(
                                "update grants set revoked_at = :now where grant_id = :id and revoked_at is null",
                                token.grantId(),
                                now)
                        .chain(() -> run(
                                "update access_tokens set revoked_at = :now where grant_id = :id and revoked_at is null",
                                token.grantId(),
                                now));
        return grant.chain(() -> run(
                "update access_tokens set revoked_at = :now where token_id = :id and revoked_at is null",
                token.view().tokenId(),
                now));
    }

    private static Uni<Void> run(String sql, long id, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Owned map(Tuple row) {
        return new Owned(
                row.get("user_id", Long.class),
                row.get("grant_id", Long.class),
                new AccessTokenView(
                        row.get("token_id", Long.class),
                        row.get("client_id", String.class),
                        row.get("username", String.class),
                        row.get("scope", String.class),
                        instant(row, "issued_at"),
                        instant(row, "expires_at"),
                        instant(row, "last_used_at")));
    }

    private static Instant instant(Tuple row, String column) {
        var value = row.get(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
