package com.skytill.vouchers.voucher;

import java.time.Duration;
import java.time.Instant;

/**
 * What of a voucher its rules are about (domain rules: vouchers). Quotas, ends and dates that are null are unlimited.
 *
 * @param status as it was written down last; time may have ended it since, see {@link #statusAt}
 * @param dataQuotaBytes both directions together
 * @param useBefore when an unused voucher ends
 * @param expiresAt when its lifetime ends, once that has begun
 */
record Voucher(
        VoucherStatus status,
        Long dataQuotaBytes,
        Duration timeQuota,
        long usedBytes,
        Duration usedTime,
        Instant useBefore,
        Instant expiresAt) {

    /** What came of expiring a voucher. */
    sealed interface Expiry {
        /** It was usable and is expired now. */
        record Expired(Voucher voucher) implements Expiry {}

        /** It had ended before. */
        record Refused(VoucherStatus status) implements Expiry {}
    }

    /** What it is at that instant. Less than a second of lifetime is none: a login needs a whole one. */
    VoucherStatus statusAt(Instant now) {
        boolean over = expiresAt != null && expiresAt.isBefore(now.plusSeconds(1));
        boolean tooLate = status == VoucherStatus.UNUSED && useBefore != null && !useBefore.isAfter(now);
        return status.usable() && (over || tooLate) ? VoucherStatus.EXPIRED : status;
    }

    /** Bytes that may still be used; null when unlimited. */
    Long dataLeftBytes() {
        return dataQuotaBytes == null ? null : Math.max(0, dataQuotaBytes - usedBytes);
    }

    /** Online time that may still be used; null when unlimited. */
    Duration timeLeft() {
        if (timeQuota == null) {
            return null;
        }
        var left = timeQuota.minus(usedTime);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Ends it by somebody's will. Nothing leaves used_up or expired. */
    Expiry expire(Instant now) {
        var present = statusAt(now);
        return present.usable()
                ? new Expiry.Expired(new Voucher(
                        VoucherStatus.EXPIRED, dataQuotaBytes, timeQuota, usedBytes, usedTime, useBefore, expiresAt))
                : new Expiry.Refused(present);
    }
}
