package com.skytill.vouchers.session;

import com.skytill.vouchers.ManySessions;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.OwnDatabase;
import com.skytill.vouchers.TableReads;
import com.skytill.vouchers.TableReads.OneConnection;
import com.skytill.vouchers.TableReads.Planning;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jakarta.inject.Inject;

import java.time.Duration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is read for an identity's history, and to find who has fallen silent, among 120 000 sessions. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class SessionPlansTest {

    /** An identity has some 57 sessions, read for the totals and for the list. */
    private static final int OF_ONE = 200;

    @Inject
    MovableClock clock;

    @Inject
    SessionStore store;

    @Inject
    Vertx vertx;

    @BeforeEach
    void fill() throws Exception {
        ManySessions.fill(clock.instant());
    }

    @ParameterizedTest
    @EnumSource
    void historyReadsTheIdentitysSessionsOnly(Planning planning) throws Throwable {
        var now = clock.instant();
        var all = TableReads.inSession(planning, () -> store.history(40, null, null));
        var some = TableReads.inSession(
                planning, () -> store.history(40, now.minus(Duration.ofDays(60)), now.minus(Duration.ofDays(30))));
        assertEquals(0, all.sequentialScans());
        assertEquals(0, some.sequentialScans());
        assertTrue(all.rows() < OF_ONE && some.rows() < OF_ONE, all + ", " + some);
    }

    @ParameterizedTest
    @EnumSource
    void silentSessionsAreFoundAmongThoseThatHaveNotEnded(Planning planning) {
        var now = clock.instant();
        try (var connection = new OneConnection(vertx, planning)) {
            var silent = new SilentSessionStore(connection.pool());
            var reads = connection.reads(() -> silent.end(now.minusSeconds(900), now.minusSeconds(120), now, 500));
            assertEquals(0, reads.sequentialScans());
        }
    }
}
