package com.skytill.vouchers.partition;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.Database;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import com.skytill.vouchers.radius.Device;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each test goes on from where the one before left the clock, as time does; none depends on how far that is. */
@QuarkusTest
@TestProfile(PartitionsTest.OwnClock.class)
class PartitionsTest {

    private static final int KEPT = 24;

    @Inject
    MovableClock clock;

    @Inject
    PartitionJob job;

    @Inject
    PartitionStore store;

    private String nas;

    @BeforeEach
    void look() {
        nas = UUID.randomUUID().toString();
        run();
    }

    @Test
    void thisMonthAndTheNextThreeAreThereOfEveryTable() {
        for (int i = 0; i < 3; i++) {
            var months = new ArrayList<String>();
            for (int ahead = 0; ahead <= 3; ahead++) {
                months.add(name(month().plusMonths(ahead)));
            }
            for (String table : List.of("radius_sessions", "usage_hours")) {
                var there = partitions(table);
                assertTrue(there.containsAll(months.stream().map(table::concat).toList()), there.toString());
                assertEquals(table + months.getLast(), there.getLast());
                assertEquals(
                        List.of("{fillfactor=80}"),
                        rows("select distinct reloptions::text from pg_class where relname ~ '^" + table + "_\\d'"));
            }
            moveMonths(1);
            run();
        }
        assertEquals(indexes("radius_sessions_other"), indexes("radius_sessions" + name(month())));
    }

    @Test
    void sessionsLandInTheirMonthAndAreFoundAfterItsEnd() {
        moveToJustBeforeTheMonthEnds();
        run();
        var first = month();
        var device = online();
        device.interim(300, 10, 100);
        String partition = "radius_sessions" + name(first);
        assertEquals(List.of(partition), where(nas));
        assertEquals(List.of(), rows("select 'x' from radius_sessions_other"));

        clock.move(Duration.ofDays(2));
        assertNotEquals(first, month());
        run();
        device.interim(600, 20, 200);
        device.stop(900, 30, 300);
        assertEquals(List.of(partition), where(nas));
        assertEquals(330, Api.usage(device.code()).getLong("data_used"));
        assertEquals(1, Api.usage(device.code()).getList("sessions").size());
        assertEquals("User-Request", Api.usage(device.code()).getString("sessions[0].terminate_cause"));
    }

    @Test
    void whatStandsInTheDefaultPartitionMovesIntoItsMonth() {
        moveMonths(7);
        var claimed = device();
        var running = online();
        running.interim(300, 10, 100);
        assertEquals(List.of("radius_sessions_other"), where(nas));
        execute("insert into usage_hours (identity_id, hour, bytes_up, bytes_down, seconds) values (%d, '%s', 1, 2, 3)"
                .formatted(1, clock.instant()));
        run();
        assertEquals(List.of("radius_sessions" + name(month())), where(nas));
        assertEquals(List.of(), rows("select 'x' from radius_sessions_other union select 'x' from usage_hours_other"));
        assertEquals(
                List.of("usage_hours" + name(month())),
                rows("select tableoid::regclass::text from usage_hours where seconds = 3 and hour > '"
                        + clock.instant().minusSeconds(60) + "'"));
        // Both go on where they are now.
        running.stop(600, 20, 200);
        assertEquals(220, Api.usage(running.code()).getLong("data_used"));
        claimed.start();
        claimed.stop(1, 0, 7);
        assertEquals(7, Api.usage(claimed.code()).getLong("data_used"));
        assertEquals(1, Api.usage(claimed.code()).getList("sessions").size());
    }

    @Test
    void monthsAreThoseOfUtcWhateverTheConnectionsTimeZone() throws SQLException {
        moveMonths(6);
        var month = month();
        var begin = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (var hour : List.of(begin.minusSeconds(3600), begin)) {
            execute("insert into usage_hours (identity_id, hour, bytes_up, bytes_down, seconds) values (2, '" + hour
                    + "', 0, 0, 0)");
        }
        try (var connection = Database.runtime()) {
            query(connection, "set timezone = 'Pacific/Kiritimati'");
            while (!query(connection, "select make_next_partition('" + clock.instant() + "', 3)")
                    .isEmpty()) {}
        }
        assertEquals(
                List.of("usage_hours" + name(month.minusMonths(1)), "usage_hours" + name(month)),
                rows("select tableoid::regclass::text from usage_hours where identity_id = 2 order by hour"));
    }

    @Test
    void oldMonthsAreDetachedWithTheirRowsAndTheOthersStay() {
        var device = online();
        device.stop(60, 1, 2);
        var old = month();
        execute("insert into usage_hours (identity_id, hour, bytes_up, bytes_down, seconds) values (3, '"
                + clock.instant() + "', 0, 0, 33)");
        moveMonths(KEPT);
        run();
        assertTrue(partitions("radius_sessions").contains("radius_sessions" + name(old)));
        moveMonths(1);
        run();
        for (String table : List.of("radius_sessions", "usage_hours")) {
            assertTrue(partitions(table).stream().allMatch(name -> name.compareTo(table + name(old)) > 0));
            assertEquals(
                    List.of(table + name(month().plusMonths(3))),
                    partitions(table)
                            .subList(
                                    partitions(table).size() - 1,
                                    partitions(table).size()));
        }
        assertEquals(
                List.of(device.session()),
                rows("select acct_session_id from detached_radius_sessions" + name(old) + " where nas_identifier = '"
                        + nas + "'"));
        assertEquals(
                List.of("33"), rows("select seconds from detached_usage_hours" + name(old) + " where identity_id = 3"));
        assertEquals(List.of(), rows("select 'x' from radius_sessions where nas_identifier = '" + nas + "'"));
        // What the voucher has used is not a sum over its sessions.
        assertEquals(3, Api.usage(device.code()).getLong("data_used"));
    }

    @Test
    void monthStaysWhileASessionOfItRuns() {
        var device = online();
        var ended = online();
        ended.stop(1, 0, 0);
        String partition = "radius_sessions" + name(month());
        String usage = "usage_hours" + name(month());
        long seconds = 0;
        for (int month = 0; month <= KEPT; month += 4) {
            var before = clock.instant();
            moveMonths(4);
            run();
            seconds += Duration.between(before, clock.instant()).toSeconds();
            device.interim(seconds, 0, seconds);
        }
        run();
        assertTrue(partitions("radius_sessions").contains(partition));
        assertFalse(partitions("usage_hours").contains(usage));
        assertEquals(seconds, Api.usage(device.code()).getLong("data_used"));
        device.stop(seconds, 0, seconds + 1);
        assertEquals(List.of(partition), where(nas));

        // The router may say it once more: kept until it was silent for as long.
        moveMonths(KEPT - 1);
        run();
        device.stop(seconds, 0, seconds + 1);
        assertEquals(seconds + 1, Api.usage(device.code()).getLong("data_used"));
        moveMonths(KEPT + 1);
        run();
        assertFalse(partitions("radius_sessions").contains(partition));
    }

    @Test
    void monthThatComesAgainIsDetachedUnderAnotherName() {
        for (int i = 0; i < 2; i++) {
            execute(
                    "insert into usage_hours (identity_id, hour, bytes_up, bytes_down, seconds) values (4, '2001-05-01T00:00Z',"
                            + " 0, 0, " + i + ")");
            run();
        }
        assertEquals(List.of("0"), rows("select seconds from detached_usage_hours_2001_05"));
        assertEquals(List.of("1"), rows("select seconds from detached_usage_hours_2001_05_2"));
    }

    @Test
    void oneReplicaAtATime() throws SQLException {
        moveMonths(1);
        try (var other = Database.runtime()) {
            other.setAutoCommit(false);
            query(other, "select table_name from partitioned_tables for update");
            assertEquals(
                    Optional.empty(), store.makeNext(clock.instant(), 3).await().indefinitely());
            assertEquals(
                    Optional.empty(),
                    store.detachNext(clock.instant(), KEPT).await().indefinitely());
            other.rollback();
        }
        assertTrue(store.makeNext(clock.instant(), 3).await().indefinitely().isPresent());
        var made = Parallel.run(
                8, 8, ignored -> store.makeNext(clock.instant(), 3).await().indefinitely());
        assertTrue(made.stream().filter(Optional::isPresent).distinct().count() <= 1);
    }

    @Test
    void givesWayToALongTransactionAndIsMadeUpFor() throws SQLException {
        moveMonths(1);
        try (var other = Database.migrator()) {
            other.setAutoCommit(false);
            query(other, "lock table radius_sessions_other in row exclusive mode");
            assertThrows(
                    RuntimeException.class,
                    () -> store.makeNext(clock.instant(), 3).await().indefinitely());
            online();
            var waiting = job.run().subscribeAsCompletionStage();
            other.rollback();
            waiting.join();
        }
        assertTrue(partitions("radius_sessions").contains("radius_sessions" + name(month().plusMonths(3))));
    }

    @Test
    void packetsGoOnWhilePartitionsAreMadeOfWhatTheyWrite() {
        moveMonths(12);
        var devices = new ArrayList<Device>();
        for (int i = 0; i < 8; i++) {
            devices.add(online());
        }
        assertEquals(List.of("radius_sessions_other"), where(nas));
        Parallel.run(9, 9, number -> {
            if (number == 8) {
                run();
            } else {
                for (int i = 1; i <= 40; i++) {
                    devices.get(number).interim(300L * i, i, 10L * i);
                }
            }
            return number;
        });
        for (var device : devices) {
            device.stop(12_300, 41, 410);
            assertEquals(451, Api.usage(device.code()).getLong("data_used"));
            assertEquals(1, Api.usage(device.code()).getList("sessions").size());
        }
        assertEquals(List.of("radius_sessions" + name(month())), where(nas));
    }

    @Test
    void workingRoleCanNotChangeTables() throws SQLException {
        try (var connection = Database.runtime()) {
            for (var sql : List.of(
                    "create table mine (x int)",
                    "drop table radius_sessions_other",
                    "alter table radius_sessions detach partition radius_sessions_other",
                    "select detach_next_partition(now(), 1)",
                    "select detach_next_partition(now(), null)")) {
                assertThrows(SQLException.class, () -> query(connection, sql), sql);
            }
        }
        // What the functions run as can't be led to other tables than those that are partitioned.
        execute("insert into partitioned_tables (table_name) values ('identities')");
        assertThrows(
                RuntimeException.class,
                () -> store.makeNext(clock.instant().plus(Duration.ofDays(400)), 3)
                        .await()
                        .indefinitely());
        execute("delete from partitioned_tables where table_name = 'identities'");
    }

    private void run() {
        job.steps().await().indefinitely();
    }

    private Device device() {
        String code = Api.voucher(TestProducts.FREE);
        return Device.of(code, "02-00-00-00-0D-01").at(nas).in(code).loggedIn();
    }

    private Device online() {
        var device = device();
        device.start();
        return device;
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** To the same place in a later month: the middle, so that no test runs into its end. */
    private void moveMonths(int months) {
        moveTo(month().plusMonths(months).atDay(15).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private void moveToJustBeforeTheMonthEnds() {
        moveTo(month().plusMonths(1).atEndOfMonth().atTime(23, 50).toInstant(ZoneOffset.UTC));
    }

    private void moveTo(Instant instant) {
        clock.move(Duration.between(clock.instant(), instant));
    }

    private static String name(YearMonth month) {
        return "_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static List<String> partitions(String table) {
        return rows("select name from partitions_of('" + table + "') order by month");
    }

    private static List<String> where(String nas) {
        return rows(
                "select distinct tableoid::regclass::text from radius_sessions where nas_identifier = '" + nas + "'");
    }

    /** What is indexed, without the names. */
    private static List<String> indexes(String table) {
        return rows("select regexp_replace(indexdef, '^.* USING', '') from pg_indexes where tablename = '" + table
                + "' order by 1");
    }

    private static void execute(String sql) {
        try (var connection = Database.runtime()) {
            query(connection, sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static List<String> rows(String sql) {
        try (var connection = Database.migrator()) {
            return query(connection, sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** The first column, without nulls. */
    private static List<String> query(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        if (rows.getString(1) != null) {
                            found.add(rows.getString(1));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** A start of its own, for its clock moves by years. Partitions are made when the test says so. */
    public static final class OwnClock implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("skytill.partitions.every", "off");
        }
    }
}
