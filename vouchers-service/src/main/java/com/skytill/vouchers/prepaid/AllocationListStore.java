package com.skytill.vouchers.prepaid;

import com.skytill.platform.list.EntityList;
import com.skytill.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;

/** Reads allocations in the order in which they were made; in the session of the caller. */
@Singleton
final class AllocationListStore {

    private static final String OPEN = "storedStatus in (UNUSED, ACTIVE)";
    private static final String NOT_OVER = "(expiresAt is null or expiresAt >= :soon)";

    /** One more than asked for; as they are at that instant. */
    Uni<List<AllocationRow>> list(AllocationFilter filter, Long accountId, Long productId, Instant now) {
        return filter.page().after() == null
                ? list(filter, accountId, productId, now, null)
                : allocatedAt(filter.page().afterId()).flatMap(after -> list(filter, accountId, productId, now, after));
    }

    private static Uni<List<AllocationRow>> list(
            AllocationFilter filter, Long accountId, Long productId, Instant now, Instant after) {
        var list = EntityList.of(AllocationRow.class)
                .where("accountId = :account", "account", accountId)
                .where("productId = :product", "product", productId)
                .where("allocatedAt >= :from", "from", filter.from())
                .where("allocatedAt < :to", "to", filter.to())
                .where("allocatedAt >= :after", "after", after)
                .where(
                        "(allocatedAt, allocationId) > (:after, :afterId)",
                        "afterId",
                        after == null ? null : filter.page().afterId());
        return having(list, filter.status(), now)
                .inOrderOf("allocatedAt, allocationId", filter.page().limit() + 1);
    }

    /**
     * Only those that have that status by then: what is written as open may have begun, or have come to its end by time. Said by what
     * they are not where most are as they are written, since PostgreSQL takes an equality for rare.
     */
    private static EntityList<AllocationRow> having(
            EntityList<AllocationRow> list, AllocationStatus status, Instant now) {
        if (status == null) {
            return list;
        }
        // Less than a second of lifetime is none.
        var soon = now.plusSeconds(1);
        return switch (status) {
            case USED_UP, TRANSFERRED -> list.where("storedStatus = :status", "status", status);
            case EXPIRED -> list.where("storedStatus = EXPIRED or " + OPEN + " and expiresAt < :soon", "soon", soon);
            case UNUSED ->
                list.where("storedStatus = :status and status <> ACTIVE", "status", status)
                        .where(NOT_OVER, "soon", soon);
            case ACTIVE -> list.where(OPEN + " and status <> UNUSED and " + NOT_OVER, "soon", soon);
        };
    }

    /** The cursor names an allocation only: its place in the order is looked up. */
    private static Uni<Instant> allocatedAt(long allocationId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select allocated_at from prepaid_allocations where allocation_id = :id", Instant.class)
                        .setParameter("id", allocationId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(
                        () -> ProblemException.parameter("after", "must be the next of an earlier answer, unchanged"));
    }
}
