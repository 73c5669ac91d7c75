package com.skytill.vouchers.topup;

import com.skytill.platform.list.EntityList;
import com.skytill.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;

/** Reads completed top-ups in the order in which they were completed; in the session of the caller. */
@Singleton
final class CompletedTopupStore {

    Uni<List<CompletedTopupRow>> list(CompletedTopupFilter filter, Long accountId) {
        return filter.page().after() == null
                ? list(filter, accountId, null)
                : completedAt(filter.page().afterId()).flatMap(after -> list(filter, accountId, after));
    }

    private static Uni<List<CompletedTopupRow>> list(CompletedTopupFilter filter, Long accountId, Instant after) {
        return EntityList.of(CompletedTopupRow.class)
                .where("accountId = :account", "account", accountId)
                .where("source = :source", "source", filter.source())
                .where("completedAt >= :from", "from", filter.from())
                .where("completedAt < :to", "to", filter.to())
                .where("completedAt >= :after", "after", after)
                .where(
                        "(completedAt, topupId) > (:after, :afterId)",
                        "afterId",
                        after == null ? null : filter.page().afterId())
                .inOrderOf("completedAt, topupId", filter.page().limit() + 1);
    }

    /** The cursor names a top-up only: its place in the order is looked up. */
    private static Uni<Instant> completedAt(long topupId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select completed_at from topups where topup_id = :id and status = 'COMPLETED'",
                                Instant.class)
                        .setParameter("id", topupId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.parameter(
                        "after", "is of a rollover that late accounting has used up since; begin anew"));
    }
}
