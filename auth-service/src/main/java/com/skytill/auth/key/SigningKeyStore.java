package com.skytill.auth.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The SQL of signing keys. */
@Singleton
final class SigningKeyStore {

    /** Any number; held while the first key is made, so that of many replicas one makes it. */
    private static final long ADVISORY_LOCK = 0x534b5954494c4cL;

    private final Pool pool;

    SigningKeyStore(Pool pool) {
        this.pool = pool;
    }

    record StoredKey(String keyId, String sealedJwk, Instant signsFrom) {}

    /** Those that are published, the newest to sign first. */
    Uni<List<StoredKey>> published(Instant now) {
        return pool.preparedQuery("select key_id, sealed_jwk, signs_from from signing_keys"
                        + " where retired_at is null or retired_at > $1 order by signs_from desc, key_id")
                .execute(Tuple.of(OffsetDateTime.ofInstant(now, ZoneOffset.UTC)))
                .map(rows -> {
                    var keys = new ArrayList<StoredKey>();
                    for (Row row : rows) {
                        keys.add(new StoredKey(
                                row.getString("key_id"),
                                row.getString("sealed_jwk"),
                                row.getOffsetDateTime("signs_from").toInstant()));
                    }
                    return keys;
                });
    }

    /** Adds the key unless there is one already. */
    Uni<Void> addFirst(StoredKey key) {
        var now = OffsetDateTime.ofInstant(key.signsFrom(), ZoneOffset.UTC);
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(ADVISORY_LOCK))
                .flatMap(ignored -> connection
                        .preparedQuery("insert into signing_keys (key_id, sealed_jwk, created_at, signs_from)"
                                + " select $1, $2, $3, $3 where not exists (select from signing_keys)")
                        .execute(Tuple.of(key.keyId(), key.sealedJwk(), now)))
                .replaceWithVoid());
    }
}
