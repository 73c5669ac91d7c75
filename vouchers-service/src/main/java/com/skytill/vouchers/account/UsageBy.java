package com.skytill.vouchers.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How finely usage is told: by days or hours of the WISP's time zone, which are longer or shorter when its clocks change. */
enum UsageBy {
    DAY(366, 30),
    HOUR(31, 1);

    private static final Duration HOUR_LONG = Duration.ofHours(1);
    /** No zone's clocks change by less. */
    private static final Duration LEAST_CHANGE = Duration.ofMinutes(10);

    /** How many days may be asked for at once. */
    final int mostDays;

    /** How many days are told when it is not said from when. */
    final int days;

    UsageBy(int mostDays, int days) {
        this.mostDays = mostDays;
        this.days = days;
    }

    /** When the day or hour began that the instant is in. */
    Instant start(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return this == DAY
                ? local.toLocalDate().atStartOfDay(zone).toInstant()
                : local.truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    /** When the day or hour ends that begins then. */
    Instant next(Instant start, ZoneId zone) {
        if (this == DAY) {
            return start.atZone(zone)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }
        // Where clocks go back by half an hour, an hour is told again in part.
        var end = start.plus(HOUR_LONG);
        while (!start(end, zone).isAfter(start)) {
            end = end.plus(LEAST_CHANGE);
        }
        return start(end, zone);
    }
}
