package com.skytill.vouchers.topup;

import com.skytill.vouchers.EngineDatabase;
import com.skytill.vouchers.InsertedAccounts;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whatever happens to an account in which order, the database has what a plain model has. */
@QuarkusTest
class MonthModelTest {

    private static final int RUNS = 400;
    private static final int STEPS = 30;
    /** Far enough that no job closes these months by itself. */
    private static final LocalDate FIRST = LocalDate.of(2041, 10, 1);

    @Test
    void anySequenceGivesWhatThePlainModelGives() {
        try (var database = EngineDatabase.open()) {
            for (long seed = 1; seed <= RUNS; seed++) {
                new Run(database, seed).go();
            }
        }
    }

    @Test
    void lateUseOfAnIdleTimeEndsAsIfItHadComeInTime() {
        try (var database = EngineDatabase.open()) {
            for (long seed = 1; seed <= RUNS; seed++) {
                var inTime = new Run(database, seed);
                var late = new Run(database, seed);
                for (int step = 0; step < 8; step++) {
                    inTime.step();
                    late.step();
                }
                int month = late.model.month;
                long bytes = 1 + new Random(-seed).nextLong(3000);
                int months = 1 + (int) (seed % 3);
                inTime.use(bytes);
                inTime.turn(months);
                late.turn(months);
                late.late(month, bytes);
                assertEquals(inTime.state(), late.state(), "seed " + seed);
            }
        }
    }

    /** One account's life, in the model and in the database beside it. */
    private static final class Run {

        private final EngineDatabase database;
        private final Random random;
        private final long seed;
        private final MonthModel model = new MonthModel();
        private final long product;
        private final long account;

        Run(EngineDatabase database, long seed) {
            this.database = database;
            this.seed = seed;
            this.random = new Random(seed);
            product = InsertedAccounts.product(database, 1000L, "");
            account = InsertedAccounts.account(database, product);
            changeTerms();
            turn(0);
        }

        void go() {
            for (int step = 0; step < STEPS; step++) {
                step();
                assertEquals(expected(), state(), "seed " + seed + ", step " + step);
            }
        }

        void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> use(random.nextLong(1, 1500));
                case 4, 5, 6 -> complete(random.nextLong(1, 900), random.nextInt(4));
                case 7, 8 -> turn(1);
                case 9 -> turn(1 + random.nextInt(4));
                case 10 -> lateSomewhere();
                default -> {
                    if (random.nextInt(4) == 0) {
                        changeTerms();
                    } else {
                        use(random.nextLong(1, 300));
                    }
                }
            }
        }

        void use(long bytes) {
            model.use(bytes);
            database.execute(
                    "update identities set month_bytes = month_bytes + ?, month_seconds = month_seconds + 60"
                            + " where identity_id = ?",
                    bytes,
                    account);
        }

        void complete(long size, int carryMonths) {
            model.complete(size, carryMonths);
            long topup = database.number(
                    "insert into topups (account_id, name, size_bytes, price, source, status, carry_months, requested_at)"
                            + " values (?, 'more', ?, 1, 'API', 'REQUESTED', ?, now()) returning topup_id",
                    account,
                    size,
                    carryMonths);
            database.rows(
                    "select topup_complete(?, ?, ?, 'till')",
                    topup,
                    date(model.month).atStartOfDay().atOffset(ZoneOffset.UTC),
                    date(model.month));
        }

        /** So many months on; what is read ahead of it is what it is then. */
        void turn(int months) {
            int to = model.month + months;
            long extra = model.extraIn(to);
            if (months > 0) {
                assertEquals(extra, database.number("select topup_extra(?, ?)", account, date(to)), "seed " + seed);
            }
            model.turn(to);
            database.rows("select turn_month(i, ?) from identities i where identity_id = ?", date(to), account);
        }

        void late(int month, long bytes) {
            model.late(month, bytes);
            long extra = database.number("select usage_late(?, ?, ?, 7)", account, date(month), bytes);
            assertEquals(model.extra(), extra, "seed " + seed);
        }

        private void lateSomewhere() {
            if (!model.closed.isEmpty()) {
                var months = List.copyOf(model.closed.keySet());
                int back = Math.min(months.size(), 1 + random.nextInt(3));
                late(months.get(months.size() - back), random.nextLong(1, 1200));
            }
        }

        private void changeTerms() {
            boolean capped = random.nextInt(8) > 0;
            boolean soft = capped && random.nextBoolean();
            boolean flag = random.nextBoolean();
            model.cap = capped ? random.nextLong(200, 2000) : null;
            model.forgives = soft && flag;
            model.rolloverMonths = capped ? random.nextInt(4) : 0;
            database.execute(
                    "update product_terms set data_cap = ?, capped_download_kbps = ?, add_overusage_on_topup = ?,"
                            + " rollover_months = ? where product_id = ?",
                    model.cap,
                    soft ? 128 : null,
                    flag,
                    model.rolloverMonths,
                    product);
        }

        private String expected() {
            var topups = new ArrayList<>(model.topups);
            topups.sort(Comparator.comparingInt(topup -> topup.number));
            return state(
                    model.month, model.used, model.extra(), model.forgiven, texts(topups), model.closed.toString());
        }

        String state() {
            var identity = database.rows(
                            "select usage_month, month_bytes, extra_bytes, forgiven_bytes from identities where identity_id = ?",
                            account)
                    .getFirst();
            var topups = database
                    .rows(
                            "select rollover_of, last_month, used_bytes, size_bytes from topups where account_id = ? order by topup_id",
                            account)
                    .stream()
                    .map(row -> (row.get(0) == null ? "top-up" : "rollover of " + number(row.get(0))) + " until "
                            + number(row.get(1)) + ": " + row.get(2) + "/" + row.get(3))
                    .toList();
            var closed = new TreeMap<Integer, String>();
            database.rows(
                            "select month, used_bytes, cap_bytes, unused_bytes, forgiven_bytes from usage_months"
                                    + " where identity_id = ?",
                            account)
                    .forEach(row -> closed.put(
                            number(row.get(0)),
                            row.get(1) + " of " + row.get(2) + ", unused " + row.get(3) + ", forgiven " + row.get(4)));
            return state(
                    number(identity.get(0)),
                    (Long) identity.get(1),
                    (Long) identity.get(2),
                    (Long) identity.get(3),
                    topups,
                    closed.toString());
        }

        private static List<String> texts(List<MonthModel.Topup> topups) {
            return topups.stream().map(MonthModel.Topup::toString).toList();
        }

        private static String state(
                int month, long used, long extra, long forgiven, List<String> topups, String closed) {
            return "month " + month + "\nused " + used + "\nextra " + extra + "\nforgiven " + forgiven + "\n"
                    + String.join("\n", topups) + "\n" + closed;
        }

        private static LocalDate date(int month) {
            return FIRST.plusMonths(month);
        }

        private static int number(Object date) {
            var day = ((java.sql.Date) date).toLocalDate();
            return (day.getYear() - FIRST.getYear()) * 12 + day.getMonthValue() - FIRST.getMonthValue();
        }
    }
}
