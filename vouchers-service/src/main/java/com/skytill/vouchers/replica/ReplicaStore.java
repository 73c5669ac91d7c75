package com.skytill.vouchers.replica;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The SQL of how far each replica of another service's entities has got. */
@Singleton
public final class ReplicaStore {

    private final Pool pool;

    ReplicaStore(Pool pool) {
        this.pool = pool;
    }

    /** What is done while a replica is pulled. */
    @FunctionalInterface
    public interface Pulling {
        /**
         * Writes what has changed.
         *
         * @param connection in the transaction that remembers how far the replica has got
         * @param since the change number to ask from
         * @return the number to go on with next time
         */
        Uni<Long> pull(SqlClient connection, long since);
    }

    /** Runs the work in a transaction while no other replica of this service pulls the same; does nothing when one does. */
    public Uni<Void> pulling(String name, Instant now, Pulling work) {
        return pool.withTransaction(connection -> claim(connection, name)
                .flatMap(since -> since.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : work.pull(connection, since.get())
                                .flatMap(through -> connection
                                        .preparedQuery("update replicas set changed_since = $2, pulled_at = $3"
                                                + " where name = $1")
                                        .execute(
                                                Tuple.of(name, through, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))))
                                .replaceWithVoid()));
    }

    private static Uni<Optional<Long>> claim(SqlConnection connection, String name) {
        return connection
                .preparedQuery("select changed_since from replicas where name = $1 for update skip locked")
                .execute(Tuple.of(name))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getLong(0)));
    }
}
