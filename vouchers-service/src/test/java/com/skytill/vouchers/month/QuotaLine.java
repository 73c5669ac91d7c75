package com.skytill.vouchers.month;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Quotas with lifetimes, one after another: a voucher has one, a prepaid account several. */
final class QuotaLine extends Line {

    /** One quota: a voucher, or an allocation. */
    static final class Quota {
        final long bytes;
        final Duration lifetime;
        final String speed;
        Instant expiresAt;
        long used;

        /** @param expiresAt null when its lifetime begins with its first use */
        Quota(long bytes, Duration lifetime, String speed, Instant expiresAt) {
            this.bytes = bytes;
            this.lifetime = lifetime;
            this.speed = speed;
            this.expiresAt = expiresAt;
        }

        private boolean open(Instant now) {
            return used < bytes && (expiresAt == null || !expiresAt.isBefore(now.plusSeconds(1)));
        }
    }

    final List<Quota> quotas = new ArrayList<>();
    private final boolean voucher;
    private Quota current;

    QuotaLine(boolean voucher) {
        this.voucher = voucher;
    }

    @Override
    void passed(Instant now) {
        if (current != null && !current.open(now)) {
            current = null;
        }
    }

    void add(Quota quota, Instant now) {
        quotas.add(quota);
        passed(now);
        current = null; // The one that expires first is used first, from now on.
    }

    /** The one in use; its lifetime begins when it is used first. */
    private Quota current(Instant now) {
        if (current == null || !current.open(now)) {
            current = quotas.stream()
                    .filter(quota -> quota.open(now))
                    .min(Comparator.comparing(quota -> quota.expiresAt == null ? Instant.MAX : quota.expiresAt))
                    .orElse(null);
        }
        return current;
    }

    private void begin(Quota quota, Instant now) {
        if (quota != null && quota.expiresAt == null) {
            quota.expiresAt = now.plus(quota.lifetime);
        }
    }

    @Override
    void spend(long bytes, long seconds, Instant now) {
        long rest = bytes;
        var quota = current != null ? current : current(now);
        while (quota != null) {
            begin(quota, now);
            var next = quotas.stream().filter(other -> other.open(now)).anyMatch(other -> other != current);
            long taken = next ? Math.min(rest, quota.bytes - quota.used) : rest;
            quota.used += taken;
            rest -= taken;
            if (rest == 0 && quota.open(now)) {
                return;
            }
            quota = current(now);
        }
    }

    @Override
    Door door(Instant now) {
        var quota = current(now);
        if (quota == null) {
            boolean spent = quotas.getFirst().used >= quotas.getFirst().bytes;
            return Door.refused(voucher ? spent ? "used up" : "has expired" : "no data");
        }
        begin(quota, now);
        long left = quotas.stream()
                .filter(other -> other.open(now))
                .mapToLong(other -> other.bytes - other.used)
                .sum();
        return Door.open(quota.speed, left);
    }

    @Override
    String end(Instant now) {
        if (current(now) != null) {
            return null;
        }
        boolean spent = quotas.getFirst().used >= quotas.getFirst().bytes;
        return voucher ? spent ? "used_up" : "expired" : "no_data";
    }

    @Override
    String speed(Instant now) {
        return current(now).speed;
    }
}
