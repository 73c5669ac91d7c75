package com.skytill.vouchers.voucher;

import com.skytill.vouchers.session.SessionView;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A voucher's usage as answers show it. For Jackson.
 *
 * @param dataLeft null when the data is not limited; so is {@code timeLeft} for the time
 * @param devices how many different devices have used it
 * @param sessionsOnline how many sessions run now
 * @param lastUpdate when a router last reported on it; null when none has
 */
@RegisterForReflection
record VoucherUsageView(
        long voucherId,
        String voucherCode,
        VoucherStatus status,
        long dataUsed,
        Long dataLeft,
        Duration timeUsed,
        Duration timeLeft,
        Instant firstUsedAt,
        Instant expiresAt,
        long devices,
        long sessionsOnline,
        Instant lastUpdate,
        List<SessionView> sessions) {

    VoucherUsageView {
        sessions = List.copyOf(sessions);
    }
}
