package com.skytill.vouchers.radius;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Months and hours as the WISP's calendar has them: what use is counted by. */
@Singleton
final class WispTime {

    private final ZoneId zone;

    WispTime(@ConfigProperty(name = "skytill.time-zone") ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** The first day of the month. */
    LocalDate month(Instant instant) {
        return instant.atZone(zone).toLocalDate().withDayOfMonth(1);
    }

    /** When the hour began; an hour that the clock goes through twice is two. */
    OffsetDateTime hour(Instant instant) {
        return instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toOffsetDateTime();
    }
}
