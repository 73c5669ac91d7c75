package com.skytill.vouchers.topup;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days and months where the WISP is: caps, top-ups and promotions go by its calendar. */
@Singleton
final class WispCalendar {

    private final ZoneId zone;

    WispCalendar(@ConfigProperty(name = "skytill.time-zone") ZoneId zone) {
        this.zone = zone;
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The month's first day. */
    LocalDate month(Instant instant) {
        return day(instant).withDayOfMonth(1);
    }

    /** Its name in the time zone database, which PostgreSQL knows too. */
    String zone() {
        return zone.getId();
    }
}
