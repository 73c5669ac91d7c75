package com.skytill.vouchers.disconnect;

import com.skytill.vouchers.speed.Speed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** The SQL of the outbox to the routers. */
@Singleton
final class OutboxStore {

    private final Pool pool;

    OutboxStore(Pool pool) {
        this.pool = pool;
    }

    /** Expires vouchers whose lifetime is over and puts their sessions into the outbox; answers how many. */
    Uni<Integer> expireDue(Instant now, int limit) {
        return pool.preparedQuery("select expire_due($1, $2)")
                .execute(Tuple.of(at(now), limit))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /**
     * Takes what is due. No other replica takes the same within the lease; afterwards it is due again, in case this one dies. The
     * rows are not locked while the routers are waited for. Who is to be disconnected needs no other speed.
     */
    Uni<List<OutboxItem>> take(Instant now, Duration lease, int limit) {
        var sql = """
                with due as (
                    select o.outbox_id, o.kind = 'COA' and exists (select from nas_outbox d
                            where d.identity_id = o.identity_id and d.session_id = o.session_id
                                and d.kind = 'DISCONNECT' and d.done_at is null) as needless
                    from nas_outbox o
                    where o.done_at is null and o.next_attempt_at <= $1
                    order by o.next_attempt_at limit $3
                    for update of o skip locked),
                needless as (
                    update nas_outbox o set done_at = $1, last_result = 'disconnecting'
                    from due where o.outbox_id = due.outbox_id and due.needless),
                taken as (
                    update nas_outbox o set attempts = attempts + 1, next_attempt_at = $2, taken_until = $2
                    from due where o.outbox_id = due.outbox_id and not due.needless
                    returning o.*)
                select t.outbox_id, t.kind, t.download_kbps, t.upload_kbps, t.identity_id, t.session_id, t.attempts, s.heard_at,
                    s.user_name, s.acct_session_id, s.calling_station, s.framed_ip,
                    coalesce(h.nas_address, s.nas_address) as nas_address,
                    coalesce(h.coa_port, 3799) as coa_port, h.coa_secret
                from taken t
                join radius_sessions s using (identity_id, session_id, month)
                left join lateral (
                    select nas_address, coa_port, coa_secret from hotspots
                    where nas_identifier = s.nas_identifier
                        or (s.nas_identifier is null and hotspots.nas_address = s.nas_address)
                    order by hotspot_id limit 1) h on true
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(at(now), at(now.plus(lease)), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OutboxStore::item)
                        .toList());
    }

    /** Notes what came of an attempt, and when the next is due: at once if there is another speed by now. */
    Uni<Void> retry(OutboxItem item, String result, Instant now, Instant next) {
        return pool.preparedQuery("update nas_outbox set last_result = $2, taken_until = null, next_attempt_at ="
                        + " case when row(download_kbps, upload_kbps) is distinct from row($3::integer, $4::integer)"
                        + " then $5::timestamptz else $6::timestamptz end"
                        + " where outbox_id = $1 and done_at is null")
                .execute(Tuple.of(item.outboxId(), result, item.downloadKbps(), item.uploadKbps(), at(now), at(next)))
                .replaceWithVoid();
    }

    /** The router runs the session at the speed that was sent: it is done, unless there is another by now, which is due at once. */
    Uni<Void> confirmSpeed(OutboxItem item, Instant now) {
        return pool.preparedQuery(
                        "update nas_outbox set last_result = 'ack', taken_until = null, next_attempt_at = $4, done_at ="
                                + " case when row(download_kbps, upload_kbps) is not distinct from row($2::integer, $3::integer)"
                                + " then $4::timestamptz end"
                                + " where outbox_id = $1 and done_at is null")
                .execute(Tuple.of(item.outboxId(), item.downloadKbps(), item.uploadKbps(), at(now)))
                .replaceWithVoid();
    }

    /** The router does not change the speed: the session is disconnected instead. */
    Uni<Void> refuseSpeed(OutboxItem item, String result, Instant now) {
        return pool.preparedQuery("select refuse_speed($1, $2, $3)")
                .execute(Tuple.of(item.outboxId(), result, at(now)))
                .replaceWithVoid();
    }

    /** The session is gone although no Stop ever came: ends it, and what waits for it. */
    Uni<Void> endStale(OutboxItem item, Instant now) {
        return pool.preparedQuery("""
                        select end_sessions(array(select s from radius_sessions s
                            where identity_id = $1 and session_id = $2 and ended_at is null for update), 'STALE', $3, $3)
                        """)
                .execute(Tuple.of(item.identityId(), item.sessionId(), at(now)))
                .replaceWithVoid();
    }

    private static OutboxItem item(Row row) {
        var code = CoaCode.valueOf(row.getString("kind"));
        return new OutboxItem(
                row.getLong("outbox_id"),
                code,
                code == CoaCode.COA ? new Speed(row.getInteger("download_kbps"), row.getInteger("upload_kbps")) : null,
                row.getLong("identity_id"),
                row.getLong("session_id"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("heard_at").toInstant(),
                row.getString("user_name"),
                row.getString("acct_session_id"),
                row.getString("calling_station"),
                row.getString("framed_ip"),
                row.getString("nas_address"),
                row.getInteger("coa_port"),
                row.getString("coa_secret"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
