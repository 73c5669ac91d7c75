package com.skytill.vouchers.topup;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A top-up as answers show it. For Jackson.
 *
 * @param goodUntil the last day that it is good for; null until it is completed
 * @param usedInClosedMonths what months that are over have drawn of it; the running month draws nothing until it is over
 */
@RegisterForReflection
record TopupView(
        long topupId,
        long accountId,
        String username,
        Long topupTypeId,
        String name,
        long size,
        BigDecimal price,
        TopupSource source,
        TopupStatus status,
        int carryMonths,
        String comment,
        Instant requestedAt,
        String user,
        String client,
        Instant decidedAt,
        String decidedBy,
        String reason,
        Instant completedAt,
        LocalDate goodUntil,
        long usedInClosedMonths) {

    static TopupView of(TopupColumns row) {
        return new TopupView(
                row.topupId,
                row.accountId,
                row.username,
                row.topupTypeId,
                row.name,
                row.sizeBytes,
                row.price,
                row.source,
                row.status,
                row.carryMonths,
                row.comment,
                row.requestedAt,
                row.requestedBy,
                row.clientId,
                row.decidedAt,
                row.decidedBy,
                row.reason,
                row.completedAt,
                row.lastMonth == null ? null : row.lastMonth.with(TemporalAdjusters.lastDayOfMonth()),
                row.usedBytes);
    }
}
