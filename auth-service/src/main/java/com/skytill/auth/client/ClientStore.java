package com.skytill.auth.client;

import io.smallrye.mutiny.Uni;
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

    record WithSecret(OAuthClient.Registered client, String secretHash) {}

    Uni<Optional<WithSecret>> find(String clientId) {
        return pool.preparedQuery(
                        "select client_id, secret_hash, name, redirect_urls, user_id from oauth_clients where client_id = $1")
                .execute(Tuple.of(clientId))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Optional.of(map(iterator.next())) : Optional.empty();
                });
    }

    private static WithSecret map(Row row) {
        String hash = row.getString("secret_hash");
        var client = new OAuthClient.Registered(
                row.getString("client_id"),
                row.getString("name"),
                Arrays.asList(row.getArrayOfStrings("redirect_urls")),
                row.getLong("user_id"),
                hash != null);
        return new WithSecret(client, hash);
    }
}
