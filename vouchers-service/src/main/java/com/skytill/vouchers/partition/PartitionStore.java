package com.skytill.vouchers.partition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The SQL of partitions: the functions of the migration {@code V0141}, one step and one transaction a call. */
@Singleton
final class PartitionStore {

    private final Pool pool;

    PartitionStore(Pool pool) {
        this.pool = pool;
    }

    /** Makes a partition that is missing from that month on, so many months ahead; empty when none is. */
    Uni<Optional<String>> makeNext(Instant now, int ahead) {
        return step("select make_next_partition($1, $2)", now, ahead);
    }

    /** Detaches a partition whose month ended so many months ago; empty when there is none. */
    Uni<Optional<String>> detachNext(Instant now, int months) {
        return step("select detach_next_partition($1, $2)", now, months);
    }

    private Uni<Optional<String>> step(String sql, Instant now, int months) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(OffsetDateTime.ofInstant(now, ZoneOffset.UTC), months))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getString(0)));
    }
}
