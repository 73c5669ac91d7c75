package com.skytill.vouchers.calendar;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Hours, days and months where the WISP is: use is counted by them, and caps, top-ups and promotions go by them. */
@Singleton
public final class WispCalendar {

    private final ZoneId zone;

    WispCalendar(@ConfigProperty(name = "skytill.time-zone") ZoneId zone) {
        this.zone = zone;
    }

    /** The WISP's time zone; PostgreSQL knows its name too. */
    public ZoneId zone() {
        return zone;
    }

    /** When the hour began; an hour that the clock goes through twice is two. */
    public OffsetDateTime hour(Instant instant) {
        return instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toOffsetDateTime();
    }

    /** The day. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The month's first day. */
    public LocalDate month(Instant instant) {
        return day(instant).withDayOfMonth(1);
    }
}
