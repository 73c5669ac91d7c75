package com.skytill.vouchers;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import org.eclipse.microprofile.config.ConfigProvider;

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

    /**
     * Counts what a store reads that has the service's pool: it is given a pool of one connection instead, so that its statements are
     * in a transaction that is begun around them.
     */
    public static final class OneConnection implements AutoCloseable {

        private final Pool pool;

        public OneConnection(Vertx vertx, Planning planning) {
            var config = ConfigProvider.getConfig();
            var options = PgConnectOptions.fromUri(config.getValue("skytill.database.url", String.class))
                    .setUser(config.getValue("skytill.database.username", String.class))
                    .setPassword(config.getValue("skytill.database.password", String.class))
                    .addProperty("plan_cache_mode", planning.setting());
            pool = Pool.newInstance(PgBuilder.pool()
                    .with(new PoolOptions().setMaxSize(1))
                    .connectingTo(options)
                    .using(vertx)
                    .build());
        }

        public Pool pool() {
            return pool;
        }

        /** What the statements read that are run now; what they write stays. */
        public TableReads reads(Supplier<Uni<?>> statements) {
            run("begin");
            var before = counted();
            statements.get().await().indefinitely();
            var reads = counted().since(before);
            run("commit");
            return reads;
        }

        private TableReads counted() {
            var row = run(OF_TRANSACTION).iterator().next();
            return new TableReads(row.getLong(0), row.getLong(1));
        }

        private RowSet<Row> run(String sql) {
            return pool.query(sql).execute().await().indefinitely();
        }

        @Override
        public void close() {
            pool.closeAndAwait();
        }
    }

    private TableReads since(TableReads before) {
        return new TableReads(sequentialScans - before.sequentialScans, rows - before.rows);
    }
}
