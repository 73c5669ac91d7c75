package com.skytill.vouchers.account;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Duration;
import java.time.Instant;

/**
 * The allocation that a prepaid account is using, as answers show it. For Jackson.
 *
 * @param dataQuota null when the data is not limited, as is {@code dataLeft}
 * @param timeQuota null when the time is not limited, as is {@code timeLeft}
 * @param expiresAt null while its lifetime has no end
 */
@RegisterForReflection
record AllocationUsageView(
        long allocationId,
        String productCode,
        String product,
        Long dataQuota,
        long dataUsed,
        Long dataLeft,
        Duration timeQuota,
        Duration timeUsed,
        Duration timeLeft,
        Instant firstUsedAt,
        Instant expiresAt) {}
