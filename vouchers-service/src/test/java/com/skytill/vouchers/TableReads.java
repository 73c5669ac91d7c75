package com.skytill.vouchers;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import java.util.function.Supplier;

/**
 * What statements read of the tables and partitions that are large, as PostgreSQL itself counts it, which is more than a plan
 * promises. Small ones are left out: to read them whole is right.
 *
 * @param rows whichever way they were found
 */
public record TableReads(long sequentialScans, long rows) {

    private static final int LARGE = 5_000;

    private static final String OF_TRANSACTION = """
            select coalesce(sum(s.seq_scan), 0)::bigint, coalesce(sum(s.seq_tup_read + s.idx_tup_fetch), 0)::bigint
            from pg_stat_xact_user_tables s join pg_class c on c.oid = s.relid
            where c.reltuples >= %d
            """.formatted(LARGE);

    /** How PostgreSQL is made to plan: for the values at hand, or once for all values. */
    public enum Planning {
        CUSTOM,
        GENERIC;

        String setting() {
            return this == CUSTOM ? "force_custom_plan" : "force_generic_plan";
        }
    }

    /** Runs a query of a store that works in the caller's session, and counts what its transaction reads. */
    public static TableReads inSession(Planning planning, Supplier<Uni<?>> query) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery("set local plan_cache_mode = " + planning.setting())
                        .executeUpdate())
                .chain(TableReads::ofTransaction)
                .flatMap(before -> query.get().chain(TableReads::ofTransaction).map(after -> after.since(before)))));
    }

    private static Uni<TableReads> ofTransaction() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(OF_TRANSACTION, Object[].class)
                        .getSingleResult())
                .map(row -> new TableReads((Long) row[0], (Long) row[1]));
    }

    private TableReads since(TableReads before) {
        return new TableReads(sequentialScans - before.sequentialScans, rows - before.rows);
    }
}
