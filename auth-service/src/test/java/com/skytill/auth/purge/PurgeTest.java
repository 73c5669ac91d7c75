package com.skytill.auth.purge;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Instant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class PurgeTest {

    @Inject
    Pool pool;

    @Inject
    Purge purge;

    @Inject
    PurgeStore store;

    @Test
    void whatEndedLongAgoGoesAndTheRestStays() {
        run("insert into sso_tokens select sha256(n::text::bytea), 1, '/', now() - interval '2 days' from"
                + " generate_series(1, 1203) n");
        run("insert into sso_tokens values (sha256('ended-just-now'), 1, '/', now() - interval '1 hour')");
        run("insert into access_tokens (token_hash, client_id, user_id, scope, issued_at, expires_at) values"
                + " (sha256('old'), 'first', 1, '', now(), now() - interval '2 days'),"
                + " (sha256('live'), 'first', 1, '', now(), now() + interval '2 days')");
        run("insert into grants (client_id, user_id, scope, signed_in_at, granted_at, expires_at)"
                + " values ('first', 1, 'ended', now(), now(), now() - interval '2 days')");
        run("insert into refresh_tokens select sha256('line'), grant_id, now(), now() + interval '9 days' from grants"
                + " where scope = 'ended'");
        purge.purge().await().indefinitely();
        assertEquals(0, count("sso_tokens where expires_at < now() - interval '1 day'"));
        assertEquals(1, count("sso_tokens where token_hash = sha256('ended-just-now')"));
        assertEquals(0, count("access_tokens where token_hash = sha256('old')"));
        assertEquals(1, count("access_tokens where token_hash = sha256('live')"));
        assertEquals(0, count("grants where scope = 'ended'"));
        assertEquals(0, count("refresh_tokens where token_hash = sha256('line')"));
    }

    @Test
    void oneReplicaAtATimePurges() {
        int deleted = pool.withTransaction(other -> other.query("select pg_advisory_xact_lock(0x534b595055524745)")
                        .execute()
                        .chain(() -> store.deleteEnded(Instant.EPOCH, 10)))
                .await()
                .indefinitely();
        assertEquals(0, deleted);
    }

    @Test
    void everyLookUpByTokenIsOneProbeOfAnIndex() {
        for (var sql : new String[] {
            "select from access_tokens where token_hash = sha256('x')",
            "select from refresh_tokens where token_hash = sha256('x')",
            "select from authorization_codes where code_hash = sha256('x')",
            "select from browser_sessions where session_hash = sha256('x')",
            "select from sso_tokens where token_hash = sha256('x')",
            "select from sign_in_failures where subject = sha256('x')"
        }) {
            var plan = plan(sql);
            assertTrue(plan.contains("_pkey"), plan);
            assertFalse(plan.contains("Seq Scan"), plan);
        }
    }

    private String plan(String sql) {
        return pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> connection.query("explain " + sql).execute()))
                .map(rows -> {
                    var lines = new StringBuilder();
                    rows.forEach(row -> lines.append(row.getString(0)).append('\n'));
                    return lines.toString();
                })
                .await()
                .indefinitely();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private long count(String from) {
        return pool.query("select count(*) from " + from)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
