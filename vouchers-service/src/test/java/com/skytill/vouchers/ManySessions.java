package com.skytill.vouchers;

import org.eclipse.microprofile.config.ConfigProvider;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Fills the database with what a WISP has after some months: 2 000 vouchers, 100 accounts, 200 routers and 120 000 sessions, two
 * minutes apart. For tests that have a database of their own.
 */
public final class ManySessions {

    /** How many sessions a router has reported. */
    public static final int STARTED = 117_600;

    private static final String IDENTITIES = """
            insert into identities (kind, login_key, status, max_devices)
            select case when n % 21 = 0 then 'ACCOUNT' else 'VOUCHER' end,
                case when n % 21 = 0 then 'a:user' || n else 'v:CODE' || n end, 'ACTIVE', 9
            from generate_series(1, 2100) n
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
            select 'Hotspot ' || n, 'nas-' || n, '192.0.2.1', 3799, now() from generate_series(0, 199) n
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
    private static final String OUTBOX = """
            insert into nas_outbox (identity_id, session_id, month, kind, reason, created_at, next_attempt_at, done_at)
            select identity_id, session_id, month, 'DISCONNECT', 'expired', opened_at, opened_at, heard_at
            from radius_sessions where ended_at is not null
            """;

    private ManySessions() {}

    /** Fills it; the last session is opened at that instant. */
    public static void fill(Instant now) throws SQLException {
        try (var connection = migrator();
                var statement = connection.createStatement()) {
            for (var sql : new String[] {
                IDENTITIES, VOUCHERS, ACCOUNTS, HOTSPOTS, SESSIONS.replace(":now", now.toString()), OUTBOX, "analyze"
            }) {
                statement.execute(sql);
            }
        }
    }

    /** A connection to the service's database as the role that owns the schema. */
    public static Connection migrator() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("skytill.database.url", String.class),
                config.getValue("skytill.database.migration-username", String.class),
                config.getValue("skytill.database.migration-password", String.class));
    }
}
