package com.skytill.vouchers.radius;

import com.skytill.vouchers.ManySessions;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.OwnDatabase;
import com.skytill.vouchers.TableReads.OneConnection;
import com.skytill.vouchers.TableReads.Planning;
import com.skytill.vouchers.calendar.WispCalendar;
import com.skytill.vouchers.session.SessionConfig;
import com.skytill.vouchers.speed.Speed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jakarta.inject.Inject;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What logins and packets read of tables with 100 000 rows and more. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class RadiusPlansTest {

    private static final AccountingPacket.Counter BYTES = new AccountingPacket.Counter(1000L, true);

    @Inject
    MovableClock clock;

    @Inject
    WispCalendar calendar;

    @Inject
    SessionConfig config;

    @Inject
    Vertx vertx;

    private Instant now;

    @BeforeEach
    void fill() throws Exception {
        ManySessions.fill(clock.instant());
        now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementOfAPacketUsesAnIndex(Planning planning) {
        try (var connection = new OneConnection(vertx, planning)) {
            var store = new RadiusStore(connection.pool(), calendar, config);
            var login = new LoginAttempt(List.of("a:code70001", "v:CODE70001"), true, null, null);
            var nas = new Nas("nas-7", "192.0.2.1", "D-new");
            var accepted = store.login(login, nas, now).await().indefinitely();
            assertEquals(LoginOutcome.ACCEPTED, accepted.outcome());
            var claim = accepted.reference();
            var other = new Nas("nas-7", "192.0.2.1", "D-other");
            String unique = UUID.randomUUID().toString();
            none(connection, "login", () -> store.login(login, other, now));
            none(
                    connection,
                    "login of nobody",
                    () -> store.login(new LoginAttempt(List.of("a:nobody", "v:NOBODY"), true, null, null), nas, now));
            none(
                    connection,
                    "login of an account",
                    () -> store.login(new LoginAttempt(List.of("a:user21", "v:USER21"), true, "x", null), nas, now));
            none(connection, "tell", () -> store.tell(claim, new Speed(1, 1)));
            none(connection, "start", () -> store.account(arrivals(packet("START", claim, unique, 0))));
            none(connection, "interim", () -> store.account(arrivals(packet("INTERIM", claim, unique, 300))));
            none(
                    connection,
                    "interim without Class",
                    () -> store.account(arrivals(packet("INTERIM", null, unique, 400))));
            none(connection, "change of speed", () -> store.changeSpeed(claim, new Speed(1, 1), new Speed(2, 2), now));
            none(connection, "stop", () -> store.account(arrivals(packet("STOP", claim, unique, 500))));
            none(
                    connection,
                    "stop of a session unheard of",
                    () -> store.account(arrivals(packet("STOP", null, unique + "'", 500))));
            none(
                    connection,
                    "packet of nobody",
                    () -> store.account(arrivals(new AccountingPacket(
                            "START",
                            null,
                            List.of("v:NOBODY"),
                            now,
                            "u",
                            "s",
                            "NOBODY",
                            nas,
                            null,
                            BYTES,
                            BYTES,
                            0L,
                            null))));
            none(connection, "identities", () -> store.identities(List.of("a:nobody", "v:CODE70001")));
            var second = store.login(login, nas, now).await().indefinitely().reference();
            none(connection, "give back", () -> store.giveBack(second, now));
            none(connection, "reset by name", () -> store.reset(new Nas("nas-199", null, null), now, now));
            none(connection, "reset by address", () -> store.reset(new Nas(null, "192.0.2.1", null), now, now));
        }
    }

    /** Also after migrations that create one of them anew. */
    @Test
    void functionsOfAPacketArePlannedOnceForAllMonths() {
        try (var connection = new OneConnection(vertx, Planning.CUSTOM)) {
            var planned = new ArrayList<String>();
            connection
                    .pool()
                    .query(
                            "select proname from pg_proc where proname in ('radius_login', 'radius_usage', 'radius_give_back',"
                                    + " 'radius_nas_reset') and 'plan_cache_mode=force_generic_plan' = any (proconfig) order by 1")
                    .execute()
                    .await()
                    .indefinitely()
                    .forEach(row -> planned.add(row.getString(0)));
            assertEquals(List.of("radius_give_back", "radius_login", "radius_nas_reset", "radius_usage"), planned);
        }
    }

    private static void none(OneConnection connection, String what, Supplier<Uni<?>> statement) {
        var reads = connection.reads(statement);
        assertEquals(0, reads.sequentialScans(), what);
        assertTrue(reads.rows() < 2_000, what + ": " + reads);
    }

    private List<Arrival> arrivals(AccountingPacket packet) {
        return List.of(new Arrival(packet, now));
    }

    private AccountingPacket packet(String kind, SessionReference reference, String unique, long seconds) {
        return new AccountingPacket(
                kind,
                reference,
                List.of("a:code70001", "v:CODE70001"),
                now,
                unique,
                "s",
                "CODE70001",
                new Nas("nas-7", "192.0.2.1", "D-new"),
                "10.0.0.1",
                BYTES,
                BYTES,
                seconds,
                null);
    }
}
