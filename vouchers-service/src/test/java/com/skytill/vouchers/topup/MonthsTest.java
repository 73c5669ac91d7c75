package com.skytill.vouchers.topup;

import com.skytill.vouchers.Api;
import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.InsertedAccounts;
import com.skytill.vouchers.MovableClock;
import com.skytill.vouchers.Parallel;
import com.skytill.vouchers.TestProducts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@QuarkusTest
class MonthsTest {

    private static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");
    private static final LocalDate FIRST = LocalDate.of(2041, 10, 1);
    private static final Duration CLOSE_AFTER = Duration.ofHours(1);

    @Inject
    MovableClock clock;

    @Inject
    MonthJob job;

    private EngineDatabase database;

    @BeforeEach
    void open() {
        database = EngineDatabase.open();
    }

    @AfterEach
    void putRight() {
        clock.reset();
        database.close();
    }

    @Test
    void firstMonthBeginsWithoutClosingAny() {
        long account = account(1_000L, "rollover_months = 3");
        turn(account, FIRST);
        assertEquals(FIRST.toString(), month(account));
        assertEquals(List.of(), closed(account));
        assertEquals(0, extra(account));
    }

    @Test
    void monthIsClosedOnceHoweverManyComeAtOnce() {
        long account = account(1_000L, "rollover_months = 3");
        turn(account, FIRST);
        use(account, 400);
        Parallel.run(20, 10, ignored -> {
            try (var other = EngineDatabase.open()) {
                other.execute("do $$ declare i identities; begin select * into i from identities where identity_id = "
                        + account + " for no key update; perform turn_month(i, '" + FIRST.plusMonths(1) + "'); end $$");
            }
            return true;
        });
        assertEquals(List.of(List.of(400L, 60L, 1_000L, 600L)), closed(account));
        assertEquals(600, extra(account));
        assertEquals(1, database.number("select count(*) from topups where account_id = ?", account));
    }

    @Test
    void clockThatIsBehindTurnsNothingBack() {
        long account = account(1_000L, "rollover_months = 3");
        turn(account, FIRST.plusMonths(1));
        use(account, 400);
        turn(account, FIRST);
        assertEquals(FIRST.plusMonths(1).toString(), month(account));
        assertEquals(400, database.number("select month_bytes from identities where identity_id = ?", account));
        assertEquals(List.of(), closed(account));
    }

    @Test
    void cancelledAccountRollsNothingOver() {
        long account = account(1_000L, "rollover_months = 3");
        turn(account, FIRST);
        database.execute("update identities set status = 'CANCELLED' where identity_id = ?", account);
        assertEquals(0, database.number("select topup_extra(?, ?)", account, FIRST.plusMonths(1)));
        turn(account, FIRST.plusMonths(1));
        assertEquals(0, extra(account));
        assertEquals(0, database.number("select count(*) from topups where account_id = ?", account));
    }

    @Test
    void rolloverIsATopupOfItsOwnThatNobodyBought() {
        long account = account(1_000L, "rollover_months = 2");
        turn(account, FIRST);
        turn(account, FIRST.plusMonths(1));
        assertEquals(
                List.of(List.of(
                        "Rollover of 2041-10", 1_000L, "0.00", "ROLLOVER", "COMPLETED", "2041-12-01", "2041-10-01")),
                database.rows(
                        "select name, size_bytes, price::text, source, status, last_month::text, rollover_of::text"
                                + " from topups where account_id = ?",
                        account));
    }

    @Test
    void vouchersAndPrepaidAccountsKeepTheirMonthsOnly() {
        String code = Api.voucher(TestProducts.DAY);
        long voucher = database.number("select voucher_id from vouchers where code = ?", code);
        long prepaid =
                InsertedAccounts.prepaid(database, InsertedAccounts.product(database, 1_000L, "rollover_months = 2"));
        for (long identity : new long[] {voucher, prepaid}) {
            turn(identity, FIRST);
            use(identity, 5_000);
            turn(identity, FIRST.plusMonths(3));
            assertEquals(List.of(Arrays.asList(5_000L, 60L, null, null)), closed(identity));
            database.rows("select usage_late(?, ?, 30, 3)", identity, FIRST);
            assertEquals(List.of(Arrays.asList(5_030L, 63L, null, null)), closed(identity));
            assertEquals(0, extra(identity));
            assertEquals(0, database.number("select count(*) from topups where account_id = ?", identity));
        }
    }

    @Test
    void lateUseOfAMonthThatIsNotClosedIsRefused() {
        long account = account(1_000L, "");
        assertThrows(IllegalStateException.class, () -> late(account, FIRST, 1));
        turn(account, FIRST);
        assertThrows(IllegalStateException.class, () -> late(account, FIRST, 1));
        assertEquals(List.of(), closed(account));
    }

    @Test
    void lateUseOfWhatWasUnusedTakesTheRolloverBack() {
        long account = account(1_000L, "rollover_months = 2");
        turn(account, FIRST);
        use(account, 400);
        turn(account, FIRST.plusMonths(1));
        assertEquals(350, late(account, FIRST, 250));
        assertEquals(0, late(account, FIRST, 350));
        assertEquals(0, database.number("select count(*) from topups where account_id = ?", account));
        assertEquals(0, late(account, FIRST, 10));
        assertEquals(List.of(List.of(1_010L, 63L, 1_000L, 0L)), closed(account));
    }

    @Test
    void rolloverThatIsUsedCantBeTakenBackSoOthersAreDrawn() {
        long account = account(1_000L, "rollover_months = 3");
        turn(account, FIRST);
        use(account, 400);
        database.execute(
                "insert into topups (account_id, name, size_bytes, price, source, status, carry_months, requested_at,"
                        + " completed_at, last_month) values (?, 'more', 500, 1, 'API', 'COMPLETED', 9, now(), now(), ?)",
                account,
                FIRST.plusMonths(9));
        turn(account, FIRST.plusMonths(1));
        // 600 rolled over; 550 of it are used in the next month, and 50 are left.
        use(account, 1_550);
        turn(account, FIRST.plusMonths(2));
        assertEquals(550, extra(account));
        assertEquals(450, late(account, FIRST, 100));
        assertEquals(
                List.of(List.of(550L, 550L), List.of(450L, 500L)),
                database.rows(
                        "select size_bytes - case when rollover_of is null then used_bytes else 0 end,"
                                + " case when rollover_of is null then size_bytes else used_bytes end from topups"
                                + " where account_id = ? order by last_month",
                        account));
    }

    @Test
    void jobTurnsIdleAccountsAnHourAfterTheMonthsEnd() {
        long account = account(1_000L, "rollover_months = 1");
        var end = nextMonth();
        turn(account, end.minusMonths(1));
        var added = account(1_000L, "rollover_months = 1");

        moveTo(end.atStartOfDay().plus(CLOSE_AFTER).minusMinutes(2));
        run();
        assertEquals(end.minusMonths(1).toString(), month(account));
        // It has no month yet, and begins in the one of its creation.
        assertEquals(end.minusMonths(1).toString(), month(added));

        moveTo(end.atStartOfDay().plus(CLOSE_AFTER).plusSeconds(1));
        run();
        run();
        for (long one : new long[] {account, added}) {
            assertEquals(end.toString(), month(one));
            assertEquals(1_000, extra(one));
            assertEquals(1, database.number("select count(*) from topups where account_id = ?", one));
        }
    }

    @Test
    void jobsOfSeveralReplicasTurnEachAccountOnce() {
        long product = InsertedAccounts.product(database, 1_000L, "rollover_months = 1");
        var end = nextMonth();
        var accounts = LongStream.range(0, 130)
                .map(ignored -> InsertedAccounts.account(database, product))
                .toArray();
        for (long account : accounts) {
            turn(account, end.minusMonths(1));
        }
        moveTo(end.atStartOfDay().plus(CLOSE_AFTER).plusMinutes(1));
        Parallel.run(4, 4, ignored -> {
            run();
            return true;
        });
        run();
        for (long account : accounts) {
            assertEquals(end.toString(), month(account));
            assertEquals(1_000, extra(account));
            assertEquals(1, database.number("select count(*) from topups where account_id = ?", account));
            assertEquals(1, database.number("select count(*) from usage_months where identity_id = ?", account));
        }
    }

    @Test
    void jobPassesOverAccountsThatAreBusyAndComesBack() throws Exception {
        long account = account(1_000L, "");
        long idle = account(1_000L, "");
        var end = nextMonth();
        turn(account, end.minusMonths(1));
        turn(idle, end.minusMonths(1));
        moveTo(end.atStartOfDay().plus(CLOSE_AFTER).plusMinutes(1));
        try (var busy = EngineDatabase.open()) {
            busy.execute("begin");
            busy.rows("select from identities where identity_id = ? for no key update", account);
            run();
            assertEquals(end.toString(), month(idle));
            assertEquals(end.minusMonths(1).toString(), month(account));
            busy.execute("rollback");
        }
        run();
        assertEquals(end.toString(), month(account));
    }

    private LocalDate nextMonth() {
        return LocalDate.ofInstant(clock.instant(), ZONE).withDayOfMonth(1).plusMonths(1);
    }

    private void moveTo(LocalDateTime there) {
        clock.move(Duration.between(clock.instant(), there.atZone(ZONE).toInstant()));
    }

    private void run() {
        job.turn().await().atMost(Duration.ofMinutes(1));
    }

    private long account(Long cap, String terms) {
        return InsertedAccounts.account(database, InsertedAccounts.product(database, cap, terms));
    }

    private void turn(long identity, LocalDate month) {
        database.rows("select turn_month(i, ?) from identities i where identity_id = ?", month, identity);
    }

    private void use(long identity, long bytes) {
        database.execute(
                "update identities set month_bytes = month_bytes + ?, month_seconds = month_seconds + 60 where identity_id = ?",
                bytes,
                identity);
    }

    private long late(long identity, LocalDate month, long bytes) {
        return database.number("select usage_late(?, ?, ?, 1)", identity, month, bytes);
    }

    private String month(long identity) {
        return String.valueOf(database.rows("select usage_month from identities where identity_id = ?", identity)
                .getFirst()
                .getFirst());
    }

    private long extra(long identity) {
        return database.number("select extra_bytes from identities where identity_id = ?", identity);
    }

    private List<List<Object>> closed(long identity) {
        return database.rows(
                "select used_bytes, used_seconds, cap_bytes, unused_bytes from usage_months where identity_id = ? order by month",
                identity);
    }
}
