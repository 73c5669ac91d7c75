package com.skytill.local.demonstration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Sessions as the RADIUS engine keeps them when their Stop has come. */
final class SessionRows {

    private static final String INSERT = """
            insert into radius_sessions (identity_id, session_id, month, acct_unique_id, acct_session_id, user_name,
                nas_identifier, nas_address, device, calling_station, framed_ip, opened_at, started_at, heard_at, ended_at,
                end_kind, terminate_cause, bytes_in, bytes_out, seconds)
            select identity_id, nextval('radius_session_ids'), date_trunc('month', started_at at time zone 'UTC')::date,
                unique_id, left(unique_id, 8), user_name, nas_identifier, nas_address, replace(station, '-', ''), station,
                framed_ip, started_at, started_at, ended_at, ended_at, 'STOP', cause, bytes_in, bytes_out, seconds
            from (select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as s (identity_id, unique_id, user_name, nas_identifier, nas_address, station, framed_ip, started_at, ended_at,
                    cause, bytes_in, bytes_out, seconds)
                order by started_at) s
            """;

    private final Columns columns = new Columns(
            "bigint",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "timestamptz",
            "timestamptz",
            "text",
            "bigint",
            "bigint",
            "bigint");

    void add(long voucher, String code, Hotspot hotspot, List<Session> sessions) {
        for (var session : sessions) {
            columns.add(
                    voucher,
                    session.uniqueId(),
                    code,
                    hotspot.identifier(),
                    hotspot.address(),
                    session.device(),
                    session.ip(),
                    HistoryLoader.timestamp(session.startedAt()),
                    HistoryLoader.timestamp(session.endedAt()),
                    session.cause(),
                    session.bytesIn(),
                    session.bytesOut(),
                    session.seconds());
        }
    }

    int write(Connection connection) throws SQLException {
        return columns.execute(connection, INSERT);
    }
}
