package com.skytill.auth.audit;

import com.skytill.auth.database.SqlTime;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.inject.Singleton;

import java.time.Instant;

/** The SQL of events in the update ledger, which is the audit trail. */
@Singleton
final class AuditTrailStore {

    private final Pool pool;

    AuditTrailStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> add(
            String event,
            String status,
            AuditTrail.Actor actor,
            String details,
            String reason,
            String requestId,
            Instant now) {
        var sql = """
                insert into update_ledger (operation, status, parameters, fingerprint, request_id, submitted_at,
                    submitted_by, submitter_username, client_id, submitter_permissions, decision_reason, entity, entity_id)
                values ($1, $2, $3, '', $4, $5, $6, $7, $8, '', $9, 'user', nullif($6, ''))
                """;
        return pool.preparedQuery(sql)
                .execute(Tuple.tuple()
                        .addString(event)
                        .addString(status)
                        .addString(details)
                        .addString(requestId)
                        .addValue(SqlTime.at(now))
                        .addString(actor.userId())
                        .addString(actor.username())
                        .addString(actor.clientId())
                        .addString(reason))
                .replaceWithVoid();
    }
}
