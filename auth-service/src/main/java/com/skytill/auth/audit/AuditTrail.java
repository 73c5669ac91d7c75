package com.skytill.auth.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.MDC;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Map;

/** Writes what is no operation into the audit trail: sign-ins, by a password or by a link. */
@Singleton
public final class AuditTrail {

    private final AuditTrailStore store;
    private final Clock clock;

    AuditTrail(AuditTrailStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Who did it, or tried to.
     *
     * @param userId empty when nobody of that name is known
     * @param username empty likewise: what was typed may be a password
     */
    public record Actor(String userId, String username, String clientId) {}

    /** Something was done. */
    public Uni<Void> done(String event, Actor actor, Map<String, String> details) {
        return store.add(event, "APPLIED", actor, encode(details), null, requestId(), clock.instant());
    }

    /** Something was refused. */
    public Uni<Void> refused(String event, Actor actor, Map<String, String> details, String reason) {
        return store.add(event, "REJECTED", actor, encode(details), reason, requestId(), clock.instant());
    }

    private static String encode(Map<String, String> details) {
        var json = new JsonObject();
        details.forEach(json::put);
        return json.encode();
    }

    private static String requestId() {
        return MDC.get("requestId") instanceof String id ? id : null;
    }
}
