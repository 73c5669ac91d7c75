package com.skytill.vouchers;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Fills the database with what a WISP has after some months: 100 000 vouchers, 5 000 accounts, 6 000 hotspots, 120 000 sessions, two
 * minutes apart, in a partition for each month, as many hours of usage, and an outbox that has all but a hundred of its items done.
 * For tests that share a database of their own.
 */
public final class ManySessions {

    private static Instant filledAt;

    private static final String IDENTITIES = """
            insert into identities (kind, login_key, status, max_devices)
            select case when n % 21 = 0 then 'ACCOUNT' else 'VOUCHER' end,
                case when n % 21 = 0 then 'a:user' || n else 'v:CODE' || n end, 'ACTIVE', 9
            from generate_series(1, 105000) n
            """;
    private static final String VOUCHERS = """
            insert into vouchers (voucher_id, code, product_id, product_code, product_name, price, issued_at)
            select identity_id, substr(login_key, 3), 12, 'BIG', 'BIG', 10, now() from identities where kind = 'VOUCHER'
            """;
    private static final String ACCOUNTS = """
            insert into data_accounts (account_id, customer_id, username, product_id, password_sealed, password_mac, created_at,
                changed_at)
            select identity_id, 1, substr(login_key, 3), 16, 'x', 'x', now(), now() from identities where kind = 'ACCOUNT'
            """;
    private static final String HOTSPOTS = """
            insert into hotspots (name, nas_identifier, nas_address, coa_port, created_at)
            select 'Hotspot ' || n, 'nas-' || n, '192.0.2.1', 3799, now() from generate_series(0, 5999) n
            """;
    // Every fiftieth is a login without a session; every thousandth never ended, and so have the last two hundred.
    private static final String SESSIONS = """
            insert into radius_sessions (identity_id, session_id, month, acct_unique_id, acct_session_id, user_name,
                nas_identifier, nas_address, device, calling_station, framed_ip, opened_at, started_at, heard_at, ended_at,
                end_kind, bytes_in, bytes_out, seconds)
            select i.identity_id, nextval('radius_session_ids'), date_trunc('month', opened at time zone 'UTC'),
                case when n % 50 > 0 then 'u' || n end, case when n % 50 > 0 then 's' || n end, i.user_name,
                'nas-' || n % 200, '192.0.2.1', 'D' || n % 20000, 'D-' || n % 20000,
                case when n % 50 > 0 then '10.' || n % 5 || '.' || n % 200 || '.' || n % 7 end, opened,
                case when n % 50 > 0 then opened end, opened, case when ended then opened end,
                case when ended then 'STOP' end, 1, 1, 1
            from generate_series(1, 120000) n
            join (select row_number() over (order by identity_id) as place, identity_id, substr(login_key, 3) as user_name
                from identities) i on i.place = 1 + n % 2100,
            lateral (select timestamptz ':now' - (120000 - n) * interval '2 minutes' as opened,
                n % 1000 > 0 and n <= 119800 as ended) x
            order by n
            """;
    private static final String HOURS = """
            insert into usage_hours (identity_id, hour, bytes_up, bytes_down, seconds)
            select i, date_trunc('hour', timestamptz ':now') - n * interval '3 days', 1, 1, 1
            from generate_series(1, 2100) i, generate_series(0, 55) n
            """;
    // Those that wait are not due for years: nobody sends them meanwhile.
    private static final String OUTBOX = """
            insert into nas_outbox (identity_id, session_id, month, kind, reason, created_at, next_attempt_at, done_at)
            select identity_id, session_id, month, 'DISCONNECT', 'expired', opened_at,
                case when ended_at is null then opened_at + interval '9 years' else opened_at end, ended_at
            from radius_sessions where ended_at is not null or (acct_unique_id is not null and session_id % 2 = 0)
            """;
    private static final String PARTITIONS = """
            do $$ begin
                while make_next_partition(timestamptz ':now', 3) is not null loop
                end loop;
            end $$
            """;

    private ManySessions() {}

    /** Fills it, if it is not; answers when the last session was opened. */
    public static synchronized Instant fill(Instant now) throws SQLException {
        if (filledAt == null) {
            try (var connection = Database.migrator();
                    var statement = connection.createStatement()) {
                for (var sql : List.of(IDENTITIES, VOUCHERS, ACCOUNTS, HOTSPOTS, SESSIONS, HOURS, OUTBOX, PARTITIONS)) {
                    statement.execute(sql.replace(":now", now.toString()));
                }
                statement.execute("analyze");
            }
            filledAt = now;
        }
        return filledAt;
    }
}
