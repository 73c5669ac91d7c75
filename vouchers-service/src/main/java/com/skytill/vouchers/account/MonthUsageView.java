package com.skytill.vouchers.account;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Duration;
import java.time.LocalDate;

/**
 * An account's running month as answers show it. For Jackson.
 *
 * @param month its first day
 * @param dataCap what the product gives in a month; null is unlimited
 * @param topupData what top-ups give on top of it
 * @param dataLeft null when unlimited
 * @param capped whether nothing is left
 */
@RegisterForReflection
record MonthUsageView(
        LocalDate month,
        long dataUsed,
        Duration timeUsed,
        Long dataCap,
        long topupData,
        Long dataLeft,
        boolean capped) {

    static MonthUsageView of(MonthUsage usage) {
        return new MonthUsageView(
                usage.month(),
                usage.usedBytes(),
                Duration.ofSeconds(usage.usedSeconds()),
                usage.cap(),
                usage.topups(),
                usage.left(),
                usage.capped());
    }
}
