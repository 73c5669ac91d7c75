package com.skytill.vouchers.topup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The SQL of closing months. */
@Singleton
final class MonthStore {

    private final Pool pool;

    MonthStore(Pool pool) {
        this.pool = pool;
    }

    /** Brings so many accounts at the most into that month; answers how many there were. */
    Uni<Integer> turn(LocalDate month, Instant now, String zone, int limit) {
        return pool.preparedQuery("select turn_months($1, $2, $3, $4)")
                .execute(Tuple.of(month, now.atOffset(ZoneOffset.UTC), zone, limit))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
