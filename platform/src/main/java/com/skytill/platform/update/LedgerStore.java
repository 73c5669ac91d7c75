package com.skytill.platform.update;

import com.skytill.platform.list.EntityList;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ledger's SQL; all in the transaction of the caller's session. */
@Singleton
final class LedgerStore {

    /**
     * Inserts the row unless its idempotency key is taken, and waits for a running holder of the key for so long at the most.
     * The wait is PostgreSQL's own, on the unique index.
     */
    Uni<Optional<Long>> claim(LedgerRow row, Duration patience) {
        var insert = """
                insert into update_ledger (operation, status, parameters, fingerprint, idempotency_key, request_id,
                    submitted_at, submitted_by, submitter_username, client_id, submitter_permissions)
                select :operation, 'PENDING_REVIEW', :parameters, :fingerprint, cast(:key as text),
                    cast(:requestId as text), cast(:submittedAt as timestamptz), :submittedBy, :username, :clientId,
                    :permissions
                from (select set_config('lock_timeout', :patience, true)) patience
                on conflict (client_id, idempotency_key) where idempotency_key is not null do nothing
                returning update_id
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(insert, Long.class)
                        .setParameter("operation", row.operation)
                        .setParameter("parameters", row.parameters)
                        .setParameter("fingerprint", row.fingerprint)
                        .setParameter("key", row.idempotencyKey)
                        .setParameter("requestId", row.requestId)
                        .setParameter("submittedAt", row.submittedAt)
                        .setParameter("submittedBy", row.submittedBy)
                        .setParameter("username", row.submitterUsername)
                        .setParameter("clientId", row.clientId)
                        .setParameter("permissions", row.submitterPermissions)
                        .setParameter("patience", patience.toMillis() + "ms")
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Frees a key that was used before that instant. */
    Uni<Integer> forgetKey(String clientId, String key, Instant before) {
        return Panache.getSession()
                .flatMap(session -> session.createMutationQuery("update LedgerRow set idempotencyKey = null"
                                + " where clientId = :clientId and idempotencyKey = :key and submittedAt < :before")
                        .setParameter("clientId", clientId)
                        .setParameter("key", key)
                        .setParameter("before", before)
                        .executeUpdate());
    }

    Uni<LedgerRow> holder(String clientId, String key) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from LedgerRow where clientId = :clientId and idempotencyKey = :key", LedgerRow.class)
                        .setParameter("clientId", clientId)
                        .setParameter("key", key)
                        .getSingleResult());
    }

    /** Writes what became of the update with that ID. */
    Uni<Integer> settle(LedgerRow row) {
        return Panache.getSession()
                .flatMap(session -> session.createMutationQuery("update LedgerRow set status = :status,"
                                + " sealedSecrets = :secrets, entity = :entity, entityId = :entityId,"
                                + " answerStatus = :answerStatus, answerBody = :answerBody where updateId = :updateId")
                        .setParameter("status", row.status)
                        .setParameter("secrets", row.sealedSecrets)
                        .setParameter("entity", row.entity)
                        .setParameter("entityId", row.entityId)
                        .setParameter("answerStatus", row.answerStatus)
                        .setParameter("answerBody", row.answerBody)
                        .setParameter("updateId", row.updateId)
                        .executeUpdate());
    }

    /** The row, locked until the transaction ends. */
    Uni<Optional<LedgerRow>> lock(long updateId) {
        return Panache.getSession()
                .flatMap(session -> session.find(LedgerRow.class, updateId, LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** Without what is long of their parameters. */
    Uni<List<ListedUpdate>> list(LedgerFilter filter, int rows) {
        return filtered(ListedUpdate.class, filter).inOrderOf("updateId", rows);
    }

    /** The one that is named, whole, if the rest of the filter lets it pass. */
    Uni<List<LedgerRow>> one(LedgerFilter filter) {
        return filtered(LedgerRow.class, filter)
                .where("updateId = :updateId", "updateId", filter.updateId())
                .inOrderOf("updateId", 1);
    }

    private static <T> EntityList<T> filtered(Class<T> type, LedgerFilter filter) {
        return EntityList.of(type)
                .where("updateId > :after", "after", filter.after())
                .where("status = :status", "status", filter.status())
                .where("operation = :operation", "operation", filter.operation())
                .where("submitterUsername = :submittedBy", "submittedBy", filter.submittedBy())
                .where("clientId = :clientId", "clientId", filter.clientId())
                .where("entity = :entity", "entity", filter.entity())
                .where("entityId = :entityId", "entityId", filter.entityId())
                .where("submittedAt >= :from", "from", filter.from())
                .where("submittedAt < :to", "to", filter.to());
    }
}
