package com.skytill.vouchers.monitor;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.persistence.Tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A query for sessions by what was given: a condition without a value is left out, so that PostgreSQL plans each combination for
 * what it is. What belongs to a session is looked up row by row, for a page has few.
 */
final class RadiusSessionQuery {

    private static final String SELECT = """
            select s.session_id, s.identity_id, s.calling_station, s.framed_ip, s.nas_identifier, s.opened_at, s.started_at,
                s.heard_at, s.ended_at, s.end_kind, s.terminate_cause, s.bytes_in, s.bytes_out, s.seconds,
                (select i.kind from identities i where i.identity_id = s.identity_id) as kind,
                (select a.username from data_accounts a where a.account_id = s.identity_id) as username,
                (select h.hotspot_id from hotspots h where h.nas_identifier = s.nas_identifier) as hotspot_id,
                exists (select from nas_outbox o
                    where o.identity_id = s.identity_id and o.session_id = s.session_id and o.kind = 'DISCONNECT'
                        and o.done_at is null) as disconnecting
            from radius_sessions s
            where s.acct_unique_id is not null
            """;

    private final StringBuilder sql = new StringBuilder(SELECT);
    private final Map<String, Object> values = new HashMap<>();

    /** Only those for which the condition on {@code :name} holds; all, when the value is null. */
    RadiusSessionQuery where(String condition, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
        return this;
    }

    /** So many at the most, the newest first. */
    Uni<List<RadiusSessionView>> newest(int rows, Instant liveSince) {
        sql.append(" order by s.opened_at desc, s.session_id desc limit :rows");
        values.put("rows", rows);
        return Panache.getSession().flatMap(session -> {
            var query = session.createNativeQuery(sql.toString(), Tuple.class);
            values.forEach(query::setParameter);
            return query.getResultList()
                    .map(found ->
                            found.stream().map(row -> view(row, liveSince)).toList());
        });
    }

    private static RadiusSessionView view(Tuple row, Instant liveSince) {
        var kind = SessionKind.valueOf(row.get("kind", String.class));
        Long identityId = row.get("identity_id", Long.class);
        var heardAt = instant(row, "heard_at");
        var endedAt = instant(row, "ended_at");
        String endKind = row.get("end_kind", String.class);
        return new RadiusSessionView(
                row.get("session_id", Long.class),
                kind,
                kind == SessionKind.VOUCHER ? identityId : null,
                kind == SessionKind.VOUCHER ? null : identityId,
                row.get("username", String.class),
                row.get("calling_station", String.class),
                row.get("framed_ip", String.class),
                row.get("nas_identifier", String.class),
                row.get("hotspot_id", Long.class),
                endedAt == null && heardAt.isAfter(liveSince),
                row.get("disconnecting", Boolean.class),
                instant(row, "opened_at"),
                instant(row, "started_at"),
                heardAt,
                endedAt,
                endKind == null ? null : EndReason.valueOf(endKind),
                row.get("terminate_cause", String.class),
                row.get("bytes_in", Long.class),
                row.get("bytes_out", Long.class),
                Duration.ofSeconds(row.get("seconds", Long.class)));
    }

    /** PostgreSQL's timestamptz, as native queries give it. */
    private static Instant instant(Tuple row, String column) {
        var value = row.get(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
