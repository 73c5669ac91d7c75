package com.skytill.vouchers.disconnect;

import com.skytill.vouchers.ManySessions;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.OwnDatabase;
import com.skytill.vouchers.TableReads.OneConnection;
import com.skytill.vouchers.TableReads.Planning;
import com.skytill.vouchers.speed.Speed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What the outbox reads when 100 000 of its items are done, and as many sessions have ended. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class OutboxPlansTest {

    private static final Duration DUE = Duration.ofDays(9 * 366);

    @Inject
    MovableClock clock;

    @Inject
    Vertx vertx;

    @Test
    void everyStatementUsesAnIndex() throws Exception {
        ManySessions.fill(clock.instant());
        var due = clock.instant().plus(DUE);
        for (var planning : Planning.values()) {
            check(planning, due);
            // Later than what was put off.
            due = due.plus(Duration.ofDays(1));
        }
    }

    private void check(Planning planning, Instant due) {
        var now = clock.instant();
        try (var connection = new OneConnection(vertx, planning)) {
            var store = new OutboxStore(connection.pool());
            var taken = store.take(due, Duration.ofSeconds(1), 5).await().indefinitely();
            assertFalse(taken.isEmpty());
            var item = taken.getFirst();
            none(connection, "expire", () -> store.expireDue(now, 200));
            none(connection, "take none", () -> store.take(now, Duration.ofSeconds(10), 200));
            none(connection, "take some", () -> store.take(due.plusSeconds(2), Duration.ofSeconds(10), 200));
            none(connection, "retry", () -> store.retry(item, "silent", now, due));
            none(connection, "confirm", () -> store.confirmSpeed(speed(item), now));
            none(connection, "refuse", () -> store.refuseSpeed(item, "nak 501", now));
            none(connection, "end", () -> store.endStale(item, now));
        }
    }

    private static OutboxItem speed(OutboxItem item) {
        return new OutboxItem(
                item.outboxId(),
                CoaCode.COA,
                new Speed(1, 1),
                item.identityId(),
                item.sessionId(),
                item.attempt(),
                item.heardAt(),
                item.userName(),
                item.acctSessionId(),
                item.callingStation(),
                item.framedIp(),
                item.nasAddress(),
                item.coaPort(),
                item.sealedSecret());
    }

    private static void none(OneConnection connection, String what, Supplier<Uni<?>> statement) {
        assertEquals(0, connection.reads(statement).sequentialScans(), what);
    }
}
