package com.skytill.auth.purge;

import com.skytill.auth.database.SqlTime;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;

/** The SQL of housekeeping. */
@Singleton
final class PurgeStore {

    /** Any number; whoever holds it is the one replica that purges. */
    private static final long ADVISORY_LOCK = 0x534b595055524745L;

    /** By table: the key, and what has ended before $1; each condition has an index. */
    private static final List<Ended> ENDED = List.of(
            new Ended("access_tokens", "token_hash", "expires_at < $1"),
            new Ended("refresh_tokens", "token_hash", "expires_at < $1"),
            new Ended("authorization_codes", "code_hash", "expires_at < $1"),
            new Ended("browser_sessions", "session_hash", "expires_at < $1"),
            new Ended("sso_tokens", "token_hash", "expires_at < $1"),
            new Ended("sign_in_failures", "subject", "last_at < $1"),
            // With whatever is left of its tokens.
            new Ended("grants", "grant_id", "expires_at < $1"));

    private final Pool pool;

    PurgeStore(Pool pool) {
        this.pool = pool;
    }

    private record Ended(String table, String key, String condition) {

        /** Rows that somebody is at are left for the next time. */
        String delete() {
            return "delete from " + table + " where " + key + " in (select " + key + " from " + table + " doomed where "
                    + condition + " limit $2 for update skip locked)";
        }
    }

    /**
     * Deletes one batch of each table.
     *
     * @return the most rows deleted of one table; none while another replica is at it
     */
    Uni<Integer> deleteEnded(Instant before, int batch) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_try_advisory_xact_lock($1)")
                .execute(Tuple.of(ADVISORY_LOCK))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .flatMap(mine -> mine
                        ? delete(connection, before, batch)
                        : Uni.createFrom().item(0)));
    }

    private static Uni<Integer> delete(SqlConnection connection, Instant before, int batch) {
        Uni<Integer> most = Uni.createFrom().item(0);
        for (var ended : ENDED) {
            most = most.flatMap(highest -> connection
                    .preparedQuery(ended.delete())
                    .execute(Tuple.of(SqlTime.at(before), batch))
                    .map(rows -> Math.max(highest, rows.rowCount())));
        }
        return most;
    }
}
