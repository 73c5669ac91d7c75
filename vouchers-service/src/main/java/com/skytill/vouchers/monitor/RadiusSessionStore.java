package com.skytill.vouchers.monitor;

import com.skytill.vouchers.session.SessionConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The SQL of sessions as staff look for them; all in the session of the caller. */
@Singleton
final class RadiusSessionStore {

    private static final String AFTER =
            "(s.opened_at, s.session_id) < (select c.opened_at, c.session_id from radius_sessions c"
                    + " where c.session_id = :after and c.acct_unique_id is not null)";
    private static final String OF_LOGIN = "s.identity_id = (select identity_id from identities where login_key = :%s)";
    private static final String OF_VOUCHER =
            "s.identity_id = (select identity_id from identities where identity_id = :voucher and kind = 'VOUCHER')";
    private static final String OF_ACCOUNT =
            "s.identity_id = (select identity_id from identities where identity_id = :account and kind <> 'VOUCHER')";

    private final SessionConfig config;
    private final Clock clock;

    RadiusSessionStore(SessionConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** One row more than asked for, the newest first. */
    Uni<List<RadiusSessionView>> list(RadiusSessionFilter filter) {
        var page = filter.page();
        var liveSince = clock.instant().minus(config.liveWindow());
        boolean online = Boolean.TRUE.equals(filter.online());
        boolean offline = Boolean.FALSE.equals(filter.online());
        return new RadiusSessionQuery()
                .where(AFTER, "after", page.after() == null ? null : page.afterId())
                .where(
                        "s.nas_identifier = (select nas_identifier from hotspots where hotspot_id = :hotspot)",
                        "hotspot",
                        filter.hotspotId())
                .where("s.nas_identifier = :nas", "nas", filter.nasIdentifier())
                .where(OF_LOGIN.formatted("username"), "username", filter.accountKey())
                .where(OF_LOGIN.formatted("code"), "code", filter.voucherKey())
                .where(OF_ACCOUNT, "account", filter.accountId())
                .where(OF_VOUCHER, "voucher", filter.voucherId())
                .where("s.device = :device", "device", filter.device())
                .where("s.framed_ip = :ip", "ip", filter.ipAddress())
                .where("s.ended_at is null and s.heard_at > :live", "live", online ? liveSince : null)
                .where("(s.ended_at is not null or s.heard_at <= :silent)", "silent", offline ? liveSince : null)
                .where("s.opened_at >= :from", "from", filter.from())
                .where("s.opened_at < :to", "to", filter.to())
                .newest(page.limit() + 1, liveSince);
    }

    /** The session of that ID. */
    Uni<Optional<RadiusSessionView>> find(long sessionId) {
        return new RadiusSessionQuery()
                .where("s.session_id = :session", "session", sessionId)
                .newest(1, clock.instant().minus(config.liveWindow()))
                .map(found -> found.stream().findFirst());
    }

    /** The session of that ID, whose identity is locked until the transaction ends: no packet of it meanwhile. */
    Uni<Optional<RadiusSessionView>> lock(long sessionId) {
        var sql = """
                select identity_id from identities
                where identity_id = (select identity_id from radius_sessions
                    where session_id = :session and acct_unique_id is not null)
                for no key update
                """;
        // Read once more: a statement that waited for the lock sees what was before.
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("session", sessionId)
                        .getResultList())
                .chain(() -> find(sessionId));
    }

    /** Puts the running session into the outbox to its router, unless it waits there already. */
    Uni<Void> disconnect(RadiusSessionView running, String reason) {
        var sql = "select disconnect_sessions(:identity, :session, :reason, cast(:now as timestamptz))";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Integer.class)
                        .setParameter("identity", running.identityId())
                        .setParameter("session", running.sessionId())
                        .setParameter("reason", reason)
                        .setParameter("now", clock.instant())
                        .getSingleResult())
                .replaceWithVoid();
    }
}
