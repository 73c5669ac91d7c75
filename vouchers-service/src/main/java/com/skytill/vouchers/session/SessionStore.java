package com.skytill.vouchers.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads sessions for people; all in the session of the caller. */
@Singleton
public final class SessionStore {

    /** How many sessions an answer shows at the most. */
    public static final int MOST = 100;

    private static final String COLUMNS = """
            select session_id, started_at, heard_at, ended_at, terminate_cause, calling_station, framed_ip,
                nas_identifier, bytes_in, bytes_out, seconds
            from radius_sessions
            """;

    private final SessionConfig config;
    private final Clock clock;

    SessionStore(SessionConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * An identity's sessions.
     *
     * @param from those that went on then or later; null for all
     * @param to those that began before; null for all
     */
    public Uni<SessionHistory> history(long identityId, Instant from, Instant to) {
        return totals(identityId)
                .flatMap(totals -> sessions(identityId, from, to)
                        .map(sessions -> new SessionHistory(
                                totals.get("devices", Long.class),
                                totals.get("online", Long.class),
                                instant(totals, "last_update"),
                                sessions)));
    }

    /** An identity's sessions that run now, the latest first. */
    public Uni<List<SessionView>> online(long identityId) {
        var sql = COLUMNS + """
                where identity_id = :id and started_at is not null and ended_at is null and heard_at > :liveSince
                order by session_id desc
                limit :most
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("id", identityId)
                        .setParameter("liveSince", clock.instant().minus(config.liveWindow()))
                        .setParameter("most", MOST)
                        .getResultList())
                .map(rows -> rows.stream().map(SessionStore::view).toList());
    }

    private Uni<Tuple> totals(long identityId) {
        var sql = """
                select count(distinct device) filter (where device <> '')
                        + count(*) filter (where device = '') as devices,
                    count(*) filter (where ended_at is null and heard_at > :liveSince) as online,
                    max(heard_at) as last_update
                from radius_sessions
                where identity_id = :id and started_at is not null
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("id", identityId)
                        .setParameter("liveSince", clock.instant().minus(config.liveWindow()))
                        .getSingleResult());
    }

    private static Uni<List<SessionView>> sessions(long identityId, Instant from, Instant to) {
        var sql = COLUMNS + """
                where identity_id = :id and started_at is not null
                and (cast(:from as timestamptz) is null or heard_at >= :from)
                and (cast(:to as timestamptz) is null or started_at < :to)
                order by session_id desc
                limit :most
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("id", identityId)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .setParameter("most", MOST)
                        .getResultList())
                .map(rows -> rows.stream().map(SessionStore::view).toList());
    }

    private static SessionView view(Tuple row) {
        return new SessionView(
                row.get("session_id", Long.class),
                instant(row, "started_at"),
                instant(row, "heard_at"),
                instant(row, "ended_at"),
                row.get("terminate_cause", String.class),
                row.get("calling_station", String.class),
                row.get("framed_ip", String.class),
                row.get("nas_identifier", String.class),
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
