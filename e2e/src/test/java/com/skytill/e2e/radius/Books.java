package com.skytill.e2e.radius;

import com.skytill.e2e.radius.GuestSession.Traffic;
import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what is stored of guests with what their routers know, while they go on or after it. */
final class Books {

    private static final String SESSIONS = """
            select acct_session_id, device, seconds, bytes_in, bytes_out, ended_at is null as open, end_kind = 'STOP' as stopped
            from radius_sessions where identity_id = ? and started_at is not null
            """;

    private static final String TOTALS = """
            select used_seconds, used_bytes,
                month_seconds + coalesce((select sum(used_seconds) from usage_months m where m.identity_id = i.identity_id), 0),
                month_bytes + coalesce((select sum(used_bytes) from usage_months m where m.identity_id = i.identity_id), 0),
                coalesce((select sum(seconds) from usage_hours h where h.identity_id = i.identity_id), 0),
                coalesce((select sum(bytes_up + bytes_down) from usage_hours h where h.identity_id = i.identity_id), 0)
            from identities i where identity_id = ?
            """;

    private final RunningSuite suite;

    Books(RunningSuite suite) {
        this.suite = suite;
    }

    /** While packets are under way: what was acknowledged is there, once, and nothing is there that was not told. */
    void check(List<Guest> guests) throws SQLException {
        var acknowledged = guests.stream().collect(Collectors.toMap(Function.identity(), Books::acknowledged));
        try (var connection = DatabaseContents.connect(suite, "vouchers")) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (var guest : guests) {
                check(connection, guest, acknowledged.get(guest));
            }
        }
    }

    /** After every Stop was acknowledged: what is there is the true traffic. */
    void checkClosed(List<Guest> guests) throws SQLException {
        for (var guest : guests) {
            for (var session : guest.sessions()) {
                guest.require(session.isStopped(), session.id() + " has not ended");
                guest.require(session.acknowledged().equals(session.told()), session.id() + " is not told to its end");
            }
        }
        check(guests);
    }

    private record Promise(Traffic traffic, boolean stopped) {}

    /** By session; what is acknowledged before the database is read must be found in it. */
    private static Map<String, Promise> acknowledged(Guest guest) {
        return guest.sessions().stream()
                .filter(GuestSession::isKnown)
                .collect(Collectors.toMap(GuestSession::id, session -> {
                    boolean stopped = session.isStopped();
                    return new Promise(session.acknowledged(), stopped);
                }));
    }

    private static void check(Connection connection, Guest guest, Map<String, Promise> acknowledged)
            throws SQLException {
        var stored = new HashMap<String, Promise>();
        var devices = new TreeSet<String>();
        try (var query = connection.prepareStatement(SESSIONS)) {
            query.setLong(1, guest.terms().identity());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var traffic =
                            new Traffic(rows.getLong("seconds"), rows.getLong("bytes_in"), rows.getLong("bytes_out"));
                    var id = rows.getString("acct_session_id");
                    var twice = stored.put(id, new Promise(traffic, rows.getBoolean("stopped")));
                    guest.require(twice == null, id + " is stored twice");
                    if (rows.getBoolean("open")) {
                        devices.add(rows.getString("device"));
                    }
                }
            }
        }
        guest.require(devices.size() <= guest.terms().maxDevices(), "online are " + devices);
        checkSessions(guest, stored, acknowledged);
        checkTotals(
                connection,
                guest,
                stored.values().stream().map(Promise::traffic).reduce(Traffic.NONE, Traffic::plus));
    }

    private static void checkSessions(Guest guest, Map<String, Promise> stored, Map<String, Promise> acknowledged) {
        acknowledged.forEach((id, promise) -> {
            var found = stored.get(id);
            guest.require(found != null, id + " was acknowledged and is lost");
            guest.require(found.stopped() || !promise.stopped(), id + " has lost its Stop");
        });
        var told = guest.sessions().stream().collect(Collectors.toMap(GuestSession::id, GuestSession::told));
        stored.forEach((id, found) -> {
            var least = acknowledged.containsKey(id) ? acknowledged.get(id).traffic() : Traffic.NONE;
            guest.require(told.containsKey(id), id + " was never told of");
            guest.require(
                    found.traffic().isWithin(least, told.get(id)),
                    id + " is " + found.traffic() + ", acknowledged " + least + ", told " + told.get(id));
        });
    }

    /** The identity's, the months' and the hours' totals are the sessions', all in one snapshot. */
    private static void checkTotals(Connection connection, Guest guest, Traffic sessions) throws SQLException {
        try (var query = connection.prepareStatement(TOTALS)) {
            query.setLong(1, guest.terms().identity());
            try (var row = query.executeQuery()) {
                row.next();
                // A data account's lifetime is its months.
                for (int column = guest.terms().account() ? 3 : 1; column < 6; column += 2) {
                    guest.require(
                            row.getLong(column) == sessions.seconds() && row.getLong(column + 1) == sessions.bytes(),
                            "the sessions are " + sessions.seconds() + " s, " + sessions.bytes() + " bytes; total "
                                    + (column / 2) + " is " + row.getLong(column) + " s, " + row.getLong(column + 1));
                }
            }
        }
    }
}
