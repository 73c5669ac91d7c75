package com.skytill.vouchers.month;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** An uncapped account: above 2 GB in 24 hours a quarter, above 6 GB an eighth; at night double, unless it is slowed down. */
final class FairUseLine extends Line {

    private static final long SLOT = 300;
    private static final long DAY = 86_400;

    private record Use(long slot, long bytes) {}

    private final List<Use> uses = new ArrayList<>();

    @Override
    void spend(long bytes, long seconds, Instant now) {
        uses.add(new Use(slot(now), bytes));
    }

    @Override
    Door door(Instant now) {
        return Door.open(speed(now), null);
    }

    @Override
    String end(Instant now) {
        return null;
    }

    @Override
    String speed(Instant now) {
        long since = slot(now) - DAY + SLOT;
        long window = uses.stream()
                .filter(use -> use.slot() >= since)
                .mapToLong(Use::bytes)
                .sum();
        if (window >= 6 * Script.GB) {
            return "1024/256";
        }
        if (window >= 2 * Script.GB) {
            return "2048/512";
        }
        var time = now.atZone(Script.ZONE).toLocalTime();
        boolean night = !time.isBefore(LocalTime.of(22, 0)) || time.isBefore(LocalTime.of(6, 0));
        return night ? "16384/4096" : "8192/2048";
    }

    private static long slot(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SLOT) * SLOT;
    }
}
