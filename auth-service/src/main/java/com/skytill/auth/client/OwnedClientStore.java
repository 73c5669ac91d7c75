package com.skytill.auth.client;

import com.skytill.auth.opaque.Opaque;
import com.skytill.platform.list.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The SQL of OAuth clients for those who keep them; all in the session of the caller's transaction. */
@Singleton
final class OwnedClientStore {

    private static final String SELECT = """
            select c.client_number, c.user_id, c.client_id, c.name, array_to_string(c.redirect_urls, ' ') as redirect_urls,
                (c.secret_sha256 is not null or c.secret_hash is not null) as confidential,
                c.id_token_algorithm, u.username, c.created_at, c.last_used_at
            from oauth_clients c join users u on u.user_id = c.user_id
            """;

    // In the order in which an exchange, and the use of a token, lock the same rows: the client would take them along
    // in another.
    private static final List<String> DELETES = List.of(
            "delete from authorization_codes where client_id = :clientId",
            "delete from refresh_tokens where grant_id in (select grant_id from grants where client_id = :clientId)",
            "delete from grants where client_id = :clientId",
            "delete from access_tokens where client_id = :clientId",
            "delete from oauth_clients where client_id = :clientId");

    Uni<Optional<OwnedClient>> find(String clientId) {
        return one(SELECT + " where c.client_id = :key", clientId);
    }

    /** The same, kept from being deleted until the transaction ends. */
    Uni<Optional<OwnedClient>> keep(String clientId) {
        return one(SELECT + " where c.client_id = :key for key share of c", clientId);
    }

    /** One row more than asked for, in the order in which they were added. */
    Uni<List<OwnedClient>> list(long userId, PageRequest page) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                SELECT + " where c.user_id = :userId and c.client_number > :after"
                                        + " order by c.client_number limit :rows",
                                Tuple.class)
                        .setParameter("userId", userId)
                        .setParameter("after", page.afterId())
                        .setParameter("rows", page.limit() + 1)
                        .getResultList())
                .map(rows -> rows.stream().map(OwnedClientStore::map).toList());
    }

    /** Adds the client; without a secret for a public one. */
    Uni<Void> add(String clientId, String secret, NewClient client, long userId, Instant createdAt) {
        var sql = """
                insert into oauth_clients (client_id, secret_sha256, name, redirect_urls, user_id, id_token_algorithm,
                    created_at)
                values (:clientId, decode(cast(:secretHash as text), 'hex'), :name, string_to_array(:redirectUrls, ' '),
                    :userId, :algorithm, cast(:createdAt as timestamptz))
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("clientId", clientId)
                        .setParameter("secretHash", secret == null ? null : hex(secret))
                        .setParameter("name", client.name())
                        .setParameter("redirectUrls", String.join(" ", client.redirectUrls()))
                        .setParameter("userId", userId)
                        .setParameter("algorithm", client.idTokenAlgorithm())
                        .setParameter("createdAt", createdAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Deletes the client with all that it was given; false when there is none. */
    Uni<Boolean> delete(String clientId) {
        return Multi.createFrom()
                .iterable(DELETES)
                .onItem()
                .transformToUniAndConcatenate(sql -> run(sql, clientId))
                .collect()
                .last()
                .map(rows -> rows > 0);
    }

    private static Uni<Integer> run(String sql, String clientId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("clientId", clientId)
                        .executeUpdate());
    }

    private static Uni<Optional<OwnedClient>> one(String sql, String key) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("key", key)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(OwnedClientStore::map));
    }

    private static String hex(String secret) {
        return HexFormat.of().formatHex(Opaque.hash(secret));
    }

    private static OwnedClient map(Tuple row) {
        var urls = row.get("redirect_urls", String.class);
        var lastUsed = row.get("last_used_at", OffsetDateTime.class);
        return new OwnedClient(
                row.get("client_number", Long.class),
                row.get("user_id", Long.class),
                new OauthClientView(
                        row.get("client_id", String.class),
                        row.get("name", String.class),
                        urls.isEmpty() ? List.of() : Arrays.asList(urls.split(" ")),
                        row.get("confidential", Boolean.class),
                        row.get("id_token_algorithm", String.class),
                        row.get("username", String.class),
                        row.get("created_at", OffsetDateTime.class).toInstant(),
                        lastUsed == null ? null : lastUsed.toInstant()));
    }
}
