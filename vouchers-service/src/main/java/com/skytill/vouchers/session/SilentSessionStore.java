package com.skytill.vouchers.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The SQL that ends sessions which nothing is heard from any more. */
@Singleton
final class SilentSessionStore {

    private final Pool pool;

    SilentSessionStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Ends so many at the most; answers how many it ended.
     *
     * @param liveSince sessions must have been heard from since then
     * @param claimedSince claims must have been made since then
     */
    Uni<Integer> end(Instant liveSince, Instant claimedSince, Instant now, int limit) {
        return pool.preparedQuery("select end_silent($1, $2, $3, $4)")
                .execute(Tuple.of(at(liveSince), at(claimedSince), at(now), limit))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
