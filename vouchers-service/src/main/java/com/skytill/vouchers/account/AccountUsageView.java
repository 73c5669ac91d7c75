package com.skytill.vouchers.account;

import com.skytill.vouchers.session.SessionView;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;
import java.util.List;

/**
 * An account's usage as answers show it. For Jackson.
 *
 * @param month the running month
 * @param allocation what a prepaid account is using; null when it has no data, and for every other account
 * @param pastMonths the latest first
 * @param timeZone where the days, hours and months are
 * @param usage every day or hour between {@code from} and {@code to}
 * @param sessionsOnline the latest first
 */
@RegisterForReflection
record AccountUsageView(
        AccountView dataAccount,
        MonthUsageView month,
        AllocationUsageView allocation,
        List<PastMonthView> pastMonths,
        String timeZone,
        UsageBy by,
        Instant from,
        Instant to,
        List<UsagePointView> usage,
        List<SessionView> sessionsOnline) {

    AccountUsageView {
        pastMonths = List.copyOf(pastMonths);
        usage = List.copyOf(usage);
        sessionsOnline = List.copyOf(sessionsOnline);
    }
}
