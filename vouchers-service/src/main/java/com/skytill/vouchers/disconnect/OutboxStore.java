package com.skytill.vouchers.disconnect;

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
     * rows are not locked while the routers are waited for.
     */
    Uni<List<OutboxItem>> take(Instant now, Duration lease, int limit) {
        var sql = """
                with due as (
                    select outbox_id from nas_outbox
                    where done_at is null and next_attempt_at <= $1
                    order by next_attempt_at limit $3
                    for update skip locked),
                taken as (
                    update nas_outbox o set attempts = attempts + 1, next_attempt_at = $2
                    from due where o.outbox_id = due.outbox_id
                    returning o.*)
                select t.outbox_id, t.identity_id, t.session_id, t.attempts, s.heard_at, s.user_name, s.acct_session_id,
                    s.calling_station, s.framed_ip, coalesce(h.nas_address, s.nas_address) as nas_address,
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

    /** Notes what came of an attempt, and when the next is due, unless the session has ended meanwhile. */
    Uni<Void> retry(OutboxItem item, String result, Instant next) {
        return pool.preparedQuery("update nas_outbox set last_result = $2, next_attempt_at = $3"
                        + " where outbox_id = $1 and done_at is null")
                .execute(Tuple.of(item.outboxId(), result, at(next)))
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
        return new OutboxItem(
                row.getLong("outbox_id"),
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
