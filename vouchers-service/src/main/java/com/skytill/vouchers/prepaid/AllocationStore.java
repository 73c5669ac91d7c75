package com.skytill.vouchers.prepaid;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of allocations; all in the session of the caller. */
@Singleton
final class AllocationStore {

    /** What a transfer did. */
    record Transferred(long allocationId, int disconnecting) {}

    Uni<Long> allocate(long accountId, long productId, BigDecimal price, String comment, Instant now) {
        var sql = "select prepaid_allocate(cast(:account as bigint), cast(:product as bigint), cast(:price as numeric),"
                + " cast(:comment as text), cast(:now as timestamptz))";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("account", accountId)
                        .setParameter("product", productId)
                        .setParameter("price", price)
                        .setParameter("comment", comment)
                        .setParameter("now", now)
                        .getSingleResult());
    }

    Uni<Transferred> transfer(long allocationId, long accountId, String comment, Instant now) {
        var sql =
                "select allocation, disconnecting from prepaid_transfer(cast(:id as bigint), cast(:account as bigint),"
                        + " cast(:comment as text), cast(:now as timestamptz))";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("id", allocationId)
                        .setParameter("account", accountId)
                        .setParameter("comment", comment)
                        .setParameter("now", now)
                        .getSingleResult())
                .map(row ->
                        new Transferred(row.get("allocation", Long.class), row.get("disconnecting", Integer.class)));
    }

    /** Locks these identities until the transaction ends, the lower ID first as every transfer does. */
    Uni<Void> lock(List<Long> accountIds) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select identity_id from identities where identity_id in (:ids) order by identity_id"
                                        + " for no key update",
                                Long.class)
                        .setParameter("ids", accountIds)
                        .getResultList())
                .replaceWithVoid();
    }

    /** As it is now. Detached: what this transaction changes later shows when it is read again. */
    Uni<Optional<AllocationRow>> find(long allocationId) {
        return Panache.getSession()
                .flatMap(session -> session.find(AllocationRow.class, allocationId)
                        .invoke(row -> {
                            if (row != null) {
                                session.detach(row);
                            }
                        }))
                .map(Optional::ofNullable);
    }

    Uni<AllocationRow> get(long allocationId) {
        return find(allocationId).map(Optional::orElseThrow);
    }
}
