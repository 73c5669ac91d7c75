package com.skytill.vouchers.account;

import java.time.LocalDate;

/**
 * An account's running month (domain: data accounts).
 *
 * @param month its first day
 * @param cap what its product gives, in bytes; null is unlimited
 * @param topups what top-ups give on top of the cap, used or not, in bytes
 */
record MonthUsage(LocalDate month, long usedBytes, long usedSeconds, Long cap, long topups) {

    /** Bytes that may still be used at full speed; null when unlimited. */
    Long left() {
        if (cap == null) {
            return null;
        }
        long ofCap = cap - usedBytes;
        // The two of them may be more than a number holds.
        return Math.max(0, ofCap > Long.MAX_VALUE - topups ? Long.MAX_VALUE : ofCap + topups);
    }

    /** Whether the cap with its top-ups is reached. */
    boolean capped() {
        return cap != null && left() == 0;
    }
}
