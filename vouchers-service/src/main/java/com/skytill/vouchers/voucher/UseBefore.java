package com.skytill.vouchers.voucher;

import com.skytill.platform.parameter.ParameterReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads until when a voucher may be used first: an instant, or a date, whose whole day still counts where the WISP is. */
@Singleton
public final class UseBefore {

    private final ZoneId zone;

    UseBefore(@ConfigProperty(name = "skytill.time-zone") ZoneId zone) {
        this.zone = zone;
    }

    /** The parameter {@code use_before}: the instant from which an unused voucher can't be used any more; null when absent. */
    public Instant read(ParameterReader in) {
        String until = in.text(
                        "use_before",
                        "Until when it may be used first: an RFC 3339 instant, or a date, whose whole day still counts")
                .max(40)
                .which(UseBefore::isReadable, "must be a date like 2026-12-31 or an RFC 3339 instant")
                .optional();
        return until == null ? null : instantOf(until);
    }

    private static boolean isReadable(String text) {
        return date(text).isPresent() || instant(text).isPresent();
    }

    private Instant instantOf(String text) {
        return date(text)
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .or(() -> instant(text))
                .orElseThrow();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            // Four digits of a year, no sign: what PostgreSQL can keep too.
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Character.isDigit(text.charAt(0))
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
