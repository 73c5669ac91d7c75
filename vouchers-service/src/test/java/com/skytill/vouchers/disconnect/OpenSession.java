package com.skytill.vouchers.disconnect;

import com.skytill.vouchers.radius.Device;
import com.skytill.vouchers.speed.Speed;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

/** A session as the database has it: what the hot path does to its speed, and what waits in the outbox for it. */
record OpenSession(Pool pool, long identityId, long sessionId, LocalDate month) {

    /** A row of the outbox. */
    record Waiting(long outboxId, String kind, String reason, Speed speed, String result, boolean done) {}

    /** The session of that login, by the Class that it was answered. */
    static OpenSession of(Pool pool, Device device) {
        var octets = HexFormat.of().parseHex(device.reference().substring(2));
        var parts = new String(octets, StandardCharsets.US_ASCII).split("/", -1);
        return new OpenSession(
                pool,
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                YearMonth.parse(parts[3]).atDay(1));
    }

    /** Calls change_speed; answers what it answers. */
    boolean change(Speed from, Speed to, Clock clock) {
        return rows(
                        pool,
                        "select change_speed($1, $2, $3, $4, $5, $6, $7, $8)",
                        Tuple.tuple()
                                .addLong(identityId)
                                .addLong(sessionId)
                                .addLocalDate(month)
                                .addInteger(from.downloadKbps())
                                .addInteger(from.uploadKbps())
                                .addInteger(to.downloadKbps())
                                .addInteger(to.uploadKbps())
                                .addOffsetDateTime(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .getFirst()
                .getBoolean(0);
    }

    /** What its router was told last. */
    Speed told() {
        var row = rows(
                        pool,
                        "select download_kbps, upload_kbps from radius_sessions"
                                + " where identity_id = $1 and session_id = $2 and month = $3",
                        key())
                .getFirst();
        return new Speed(row.getInteger(0), row.getInteger(1));
    }

    List<Waiting> outbox() {
        return rows(
                        pool,
                        "select outbox_id, kind, reason, download_kbps, upload_kbps, last_result, done_at is not null"
                                + " from nas_outbox where identity_id = $1 and session_id = $2 and month = $3"
                                + " order by outbox_id",
                        key())
                .stream()
                .map(row -> new Waiting(
                        row.getLong(0),
                        row.getString(1),
                        row.getString(2),
                        new Speed(row.getInteger(3), row.getInteger(4)),
                        row.getString(5),
                        row.getBoolean(6)))
                .toList();
    }

    private Tuple key() {
        return Tuple.of(identityId, sessionId, month);
    }

    private static List<Row> rows(Pool pool, String sql, Tuple parameters) {
        var rows = pool.preparedQuery(sql).execute(parameters).await().atMost(Duration.ofSeconds(10));
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
