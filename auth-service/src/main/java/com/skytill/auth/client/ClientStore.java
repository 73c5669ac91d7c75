package com.skytill.auth.client;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.util.Arrays;
import java.util.Optional;

/** The SQL of OAuth clients. */
@Singleton
final class ClientStore {

    private final Pool pool;

    ClientStore(Pool pool) {
        this.pool = pool;
    }

    /** A client with the SHA-256 of its secret; null when none can be shown. */
    record WithSecret(OAuthClient.Registered client, Buffer secretHash) {}

    Uni<Optional<WithSecret>> find(String clientId) {
        var sql = """
                select client_id, secret_sha256, secret_hash, name, redirect_urls, user_id, id_token_algorithm
                from oauth_clients where client_id = $1
                """;
        return pool.preparedQuery(sql).execute(Tuple.of(clientId)).map(rows -> {
            var iterator = rows.iterator();
            return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
        });
    }

    private static WithSecret map(Row row) {
        var hash = row.getBuffer("secret_sha256");
        var client = new OAuthClient.Registered(
                row.getString("client_id"),
                row.getString("name"),
                Arrays.asList(row.getArrayOfStrings("redirect_urls")),
                row.getLong("user_id"),
                // One that still has the bcrypt hash of earlier releases has a secret too, though none that can be
                // shown.
                hash != null || row.getString("secret_hash") != null,
                row.getString("id_token_algorithm"));
        return new WithSecret(client, hash);
    }
}
