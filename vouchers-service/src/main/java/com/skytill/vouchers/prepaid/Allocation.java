package com.skytill.vouchers.prepaid;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What of an allocation its rules are about (domain rules: prepaid). Quotas and ends that are null are unlimited.
 *
 * @param status as it was written down last; time may have ended it since, see {@link #statusAt}
 */
record Allocation(
        AllocationStatus status,
        Long dataQuotaBytes,
        Duration timeQuota,
        long usedBytes,
        Duration usedTime,
        Instant expiresAt) {

    /** What it is at that instant. Less than a second of lifetime is none: a login needs a whole one. */
    AllocationStatus statusAt(Instant now) {
        boolean over = expiresAt != null && expiresAt.isBefore(now.plusSeconds(1));
        return status.usable() && over ? AllocationStatus.EXPIRED : status;
    }

    /** Bytes that may still be used at full speed; null when unlimited. */
    Long dataLeftBytes(Instant now) {
        if (!statusAt(now).usable()) {
            return 0L;
        }
        return dataQuotaBytes == null ? null : Math.max(0, dataQuotaBytes - usedBytes);
    }

    /** Online time that may still be used; null when unlimited. */
    Duration timeLeft(Instant now) {
        if (!statusAt(now).usable()) {
            return Duration.ZERO;
        }
        if (timeQuota == null) {
            return null;
        }
        var left = timeQuota.minus(usedTime);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Fails unless something is left of it that may go to another account, which it may once. */
    void requireTransferable(boolean cameByTransfer, Instant now) {
        var present = statusAt(now);
        if (!present.usable()) {
            throw new ProblemException(
                    ProblemCode.ILLEGAL_STATE,
                    "Nothing is left of the allocation: it is " + present.name().toLowerCase(Locale.ROOT));
        }
        if (cameByTransfer) {
            throw new ProblemException(
                    ProblemCode.RULE_VIOLATED, "The allocation came by a transfer: it can't be transferred again");
        }
        // A soft-capped one goes on slowly: it is not used up, but there is nothing to give.
        if (dataQuotaBytes != null && usedBytes >= dataQuotaBytes) {
            throw new ProblemException(ProblemCode.ILLEGAL_STATE, "The allocation's data are used");
        }
    }
}
