package com.skytill.vouchers.month;

import java.time.Instant;
import java.time.YearMonth;

/** A data account with a monthly cap, hard or soft, that may be topped up, be forgiven, and roll over once. */
final class CappedLine extends Line {

    private final long cap;
    private final String full;
    private final String capped;
    private final boolean forgives;
    private final boolean rollsOver;
    private YearMonth month;
    private long topups;
    private long forgiven;
    private long rollover;
    private boolean suspended;

    /** @param capped the speed past a soft cap; null for a hard one */
    CappedLine(long cap, String full, String capped, boolean forgives, boolean rollsOver, Instant now) {
        this.cap = cap;
        this.full = full;
        this.capped = capped;
        this.forgives = forgives;
        this.rollsOver = rollsOver;
        this.month = Script.month(now);
    }

    void suspend(boolean isSuspended) {
        suspended = isSuspended;
    }

    void topUp(long bytes, Instant now) {
        passed(now);
        if (forgives && left() < 0) {
            forgiven -= left();
        }
        topups += bytes;
    }

    @Override
    void passed(Instant now) {
        if (Script.month(now).equals(month)) {
            return;
        }
        long used = monthBytes.getOrDefault(month, 0L);
        long excess = Math.max(0, used - cap - forgiven);
        rollover = rollsOver ? Math.max(0, cap - used) + Math.max(0, topups - excess) : 0;
        topups = 0;
        forgiven = 0;
        month = Script.month(now);
    }

    @Override
    void spend(long bytes, long seconds, Instant now) {
        // The month's sum is all that there is to it.
    }

    private long left() {
        return cap + topups + rollover + forgiven - monthBytes.getOrDefault(month, 0L);
    }

    @Override
    Door door(Instant now) {
        if (suspended) {
            return Door.refused("suspended");
        }
        if (capped == null) {
            return left() <= 0 ? Door.refused("used up") : Door.open(full, left());
        }
        return Door.open(speed(now), null);
    }

    @Override
    String end(Instant now) {
        if (suspended) {
            return "customer_suspended";
        }
        return capped == null && left() <= 0 ? "cap_reached" : null;
    }

    @Override
    String speed(Instant now) {
        return capped != null && left() <= 0 ? capped : full;
    }
}
