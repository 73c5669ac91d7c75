package com.skytill.auth.consent;

import com.skytill.auth.database.SqlTime;
import com.skytill.auth.token.Scopes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;

/** The SQL of consents. */
@Singleton
final class ConsentStore {

    private final Pool pool;

    ConsentStore(Pool pool) {
        this.pool = pool;
    }

    /** The words of the scope that was consented to; none when nothing was. */
    Uni<List<String>> words(long userId, String clientId) {
        return pool.preparedQuery("select scope from consents where user_id = $1 and client_id = $2")
                .execute(Tuple.of(userId, clientId))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext() ? Scopes.words(iterator.next().getString(0)) : List.of();
                });
    }

    Uni<Void> put(long userId, String clientId, List<String> words, Instant now) {
        var sql = "insert into consents (user_id, client_id, scope, consented_at) values ($1, $2, $3, $4)"
                + " on conflict (user_id, client_id) do update set scope = excluded.scope,"
                + " consented_at = excluded.consented_at";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(userId, clientId, String.join(" ", words), SqlTime.at(now)))
                .replaceWithVoid();
    }
}
