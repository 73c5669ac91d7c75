package com.skytill.auth.key;

import com.skytill.auth.database.SqlTime;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The SQL of signing keys. */
@Singleton
final class SigningKeyStore {

    /** Any number; held while a key is made, so that of many replicas one makes it. */
    private static final long ADVISORY_LOCK = 0x534b5954494c4cL;

    private final Pool pool;

    SigningKeyStore(Pool pool) {
        this.pool = pool;
    }

    record StoredKey(String keyId, String algorithm, String sealedJwk, Instant createdAt, Instant signsFrom) {}

    /** A key to be added, and until when the one before it is published. */
    record Successor(StoredKey key, Instant predecessorRetires) {}

    /** Those that are published, the newest to sign first. */
    Uni<List<StoredKey>> published(Instant now) {
        return pool.preparedQuery("select key_id, algorithm, sealed_jwk, created_at, signs_from from signing_keys"
                        + " where retired_at is null or retired_at > $1 order by signs_from desc, key_id")
                .execute(Tuple.of(SqlTime.at(now)))
                .map(rows -> {
                    var keys = new ArrayList<StoredKey>();
                    rows.forEach(row -> keys.add(map(row)));
                    return keys;
                });
    }

    /**
     * Lets a successor follow the newest key of the algorithm. Of many replicas that ask at once the first decides, and the
     * others decide upon what it left.
     *
     * @param decide the successor of the newest key, if one is due; the newest is empty when there is none at all
     */
    Uni<Void> follow(String algorithm, Function<Optional<Instant>, Uni<Optional<Successor>>> decide) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(ADVISORY_LOCK))
                .chain(() -> newest(connection, algorithm))
                .flatMap(newest -> decide.apply(newest))
                .flatMap(due -> due.map(successor -> add(connection, successor))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    /** Deletes the keys that are published no more. */
    Uni<Void> deleteRetired(Instant now) {
        return pool.preparedQuery("delete from signing_keys where retired_at <= $1")
                .execute(Tuple.of(SqlTime.at(now)))
                .replaceWithVoid();
    }

    private static Uni<Optional<Instant>> newest(SqlConnection connection, String algorithm) {
        return connection
                .preparedQuery("select max(signs_from) from signing_keys where algorithm = $1")
                .execute(Tuple.of(algorithm))
                .map(rows -> {
                    var signsFrom = rows.iterator().next().getOffsetDateTime(0);
                    return signsFrom == null ? Optional.empty() : Optional.of(signsFrom.toInstant());
                });
    }

    private static Uni<Void> add(SqlConnection connection, Successor successor) {
        var key = successor.key();
        return connection
                .preparedQuery("update signing_keys set retired_at = $2 where algorithm = $1 and retired_at is null")
                .execute(Tuple.of(key.algorithm(), SqlTime.at(successor.predecessorRetires())))
                .chain(() -> connection
                        .preparedQuery(
                                "insert into signing_keys (key_id, algorithm, sealed_jwk, created_at, signs_from)"
                                        + " values ($1, $2, $3, $4, $5)")
                        .execute(Tuple.of(
                                key.keyId(),
                                key.algorithm(),
                                key.sealedJwk(),
                                SqlTime.at(key.createdAt()),
                                SqlTime.at(key.signsFrom()))))
                .replaceWithVoid();
    }

    private static StoredKey map(Row row) {
        return new StoredKey(
                row.getString("key_id"),
                row.getString("algorithm"),
                row.getString("sealed_jwk"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("signs_from").toInstant());
    }
}
