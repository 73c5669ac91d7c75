package com.skytill.vouchers.topup;

import com.skytill.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.LocalDate;

/** The SQL of top-ups; all in the session of the caller. */
@Singleton
final class TopupStore {

    Uni<Long> add(NewTopup topup) {
        var sql = """
                insert into topups (account_id, topup_type_id, name, size_bytes, price, source, status, carry_months, comment,
                    requested_at, requested_by, client_id)
                values (:account, cast(:type as bigint), :name, :size, :price, :source, :status, :carry, cast(:comment as text),
                    cast(:at as timestamptz), :by, :client)
                returning topup_id
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Long.class)
                        .setParameter("account", topup.accountId())
                        .setParameter("type", topup.topupTypeId())
                        .setParameter("name", topup.offer().name())
                        .setParameter("size", topup.offer().sizeBytes())
                        .setParameter("price", topup.offer().price())
                        .setParameter("source", topup.source().name())
                        .setParameter("status", (topup.paid() ? TopupStatus.PAID : TopupStatus.REQUESTED).name())
                        .setParameter("carry", topup.offer().carryMonths())
                        .setParameter("comment", topup.comment())
                        .setParameter("at", topup.at())
                        .setParameter("by", topup.by().username())
                        .setParameter("client", topup.by().clientId())
                        .getSingleResult());
    }

    /** Whose it is; fails with {@code not_found}. */
    Uni<Long> accountOf(long topupId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select account_id from topups where topup_id = :id", Long.class)
                        .setParameter("id", topupId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("top-up"));
    }

    /** How far it has come; stays so while its account is locked. */
    Uni<TopupStatus> status(long topupId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select status from topups where topup_id = :id", String.class)
                        .setParameter("id", topupId)
                        .getSingleResult())
                .map(TopupStatus::valueOf);
    }

    /** Writes down that it is paid. */
    Uni<Integer> pay(long topupId) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "update topups set status = 'PAID' where topup_id = :id and status = 'REQUESTED'")
                        .setParameter("id", topupId)
                        .executeUpdate());
    }

    /** Applies it in that month, which is the instant's. */
    Uni<Boolean> complete(long topupId, Instant now, LocalDate month, String by) {
        var sql = "select topup_complete(cast(:id as bigint), cast(:now as timestamptz), cast(:month as date),"
                + " cast(:by as text))";
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, Boolean.class)
                        .setParameter("id", topupId)
                        .setParameter("now", now)
                        .setParameter("month", month)
                        .setParameter("by", by)
                        .getSingleResult());
    }

    Uni<Integer> reject(long topupId, Instant now, String by, String reason) {
        var sql = """
                update topups set status = 'REJECTED', decided_at = cast(:now as timestamptz), decided_by = :by, reason = :reason
                where topup_id = :id and status in ('REQUESTED', 'PAID')
                """;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("id", topupId)
                        .setParameter("now", now)
                        .setParameter("by", by)
                        .setParameter("reason", reason)
                        .executeUpdate());
    }

    Uni<TopupRow> get(long topupId) {
        return Panache.getSession().flatMap(session -> session.find(TopupRow.class, topupId));
    }
}
