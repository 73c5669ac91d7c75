package com.skytill.local.demonstration;

import com.skytill.local.postgres.SuiteDatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives the used vouchers their past, which no operation can: by SQL, all of it in one transaction. Vouchers that have been used by
 * then keep what they have.
 */
final class HistoryLoader {

    private static final long SEED = 20_260_405;
    private static final Duration MONTHS = Duration.ofDays(91);
    private static final Duration JUST_NOW = Duration.ofHours(1);

    private static final String READ = """
            select v.voucher_id, v.comment, v.code, i.data_quota, i.time_quota_seconds, i.validity_seconds,
                i.validity_starts, i.max_devices, i.download_kbps, i.status
            from vouchers v join identities i on i.identity_id = v.voucher_id
            where v.comment = any (?)
            order by v.voucher_id
            for no key update of i
            """;

    private final SuiteDatabase database;
    private final Clock clock;

    HistoryLoader(SuiteDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Row(long id, String comment, String code, Terms terms, boolean unused) {}

    /** How many sessions were added. */
    int load(List<Voucher> vouchers) throws SQLException {
        try (var connection = database.connectAs(database.runtimeRole("vouchers"))) {
            connection.setAutoCommit(false);
            int added = load(connection, vouchers);
            connection.commit();
            return added;
        }
    }

    private int load(Connection connection, List<Voucher> vouchers) throws SQLException {
        var byComment = vouchers.stream().collect(Collectors.toMap(Voucher::comment, Function.identity()));
        var rows = read(connection, vouchers);
        if (rows.stream().noneMatch(row -> row.unused() && used(byComment, row))) {
            return 0;
        }
        var sessions = new SessionRows();
        var outcomes = new VoucherRows();
        var now = clock.instant().minus(JUST_NOW);
        for (int place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            var issuedAt = issuedAt(now, place, rows.size());
            if (row.unused() && used(byComment, row)) {
                var voucher = byComment.get(row.comment());
                var history = history(row.terms(), issuedAt, now, new Random(SEED + voucher.number()));
                outcomes.add(row.id(), issuedAt, history);
                sessions.add(row.id(), row.code(), Hotspot.ALL.get(voucher.hotspot()), history.sessions());
            } else if (row.unused()) {
                outcomes.addUnused(row.id(), issuedAt, row.terms());
            }
        }
        outcomes.write(connection);
        return sessions.write(connection);
    }

    private static boolean used(Map<String, Voucher> byComment, Row row) {
        return byComment.get(row.comment()).fate() == Voucher.Fate.USED;
    }

    /** Vouchers are issued one after the other, in the order of their IDs. */
    private static Instant issuedAt(Instant now, int place, int of) {
        return now.minus(MONTHS).plus(MONTHS.multipliedBy(place).dividedBy(of));
    }

    private static History history(Terms terms, Instant issuedAt, Instant now, Random random) {
        long longest = terms.validity() == null
                ? Duration.ofDays(1).toSeconds()
                : Math.min(Duration.ofDays(1).toSeconds(), terms.validity().toSeconds() / 4);
        long until = Math.min(longest, Duration.between(issuedAt, now).toSeconds() / 2);
        return History.make(terms, issuedAt, issuedAt.plusSeconds(random.nextLong(until + 1)), now, random);
    }

    private static List<Row> read(Connection connection, List<Voucher> vouchers) throws SQLException {
        var comments = vouchers.stream().map(Voucher::comment).toArray();
        var read = new ArrayList<Row>();
        try (var query = connection.prepareStatement(READ)) {
            query.setArray(1, connection.createArrayOf("text", comments));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    Long validity = rows.getObject("validity_seconds", Long.class);
                    var terms = new Terms(
                            rows.getObject("data_quota", Long.class),
                            rows.getObject("time_quota_seconds", Long.class),
                            validity == null ? null : Duration.ofSeconds(validity),
                            "ISSUE".equals(rows.getString("validity_starts")),
                            rows.getInt("max_devices"),
                            rows.getInt("download_kbps"));
                    read.add(new Row(
                            rows.getLong("voucher_id"),
                            rows.getString("comment"),
                            rows.getString("code"),
                            terms,
                            rows.getString("status").equals("UNUSED")));
                }
            }
        }
        return read;
    }

    static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
