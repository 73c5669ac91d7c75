package com.skytill.vouchers.month;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Random;

/** When things happen in the scripted month: a seeded walk, kept off the edges that a slow machine could push it over. */
final class Script {

    static final long GB = 1_000_000_000L;
    static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");

    private Script() {}

    static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(ZONE));
    }

    /** Six hours to a day later, in the middle of five minutes: seconds more or less make no difference. */
    static Instant after(Instant instant, Random random) {
        long slot = Math.floorDiv(
                instant.plus(Duration.ofMinutes(360 + random.nextInt(1080))).getEpochSecond(), 300);
        return Instant.ofEpochSecond(slot * 300 + 60);
    }
}
