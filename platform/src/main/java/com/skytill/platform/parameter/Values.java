package com.skytill.platform.parameter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** How each kind of value is written; nothing is guessed. */
final class Values {

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern MONEY = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

    private Values() {}

    static Long wholeNumber(String raw) {
        if (!INTEGER.matcher(raw).matches()) {
            throw new MalformedValue("must be a whole number");
        }
        return Long.valueOf(raw);
    }

    static Integer smallNumber(String raw) {
        long value = wholeNumber(raw);
        if (value != (int) value) {
            throw new MalformedValue("must be between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    static Double decimal(String raw) {
        if (!DECIMAL.matcher(raw).matches()) {
            throw new MalformedValue("must be a decimal number with a point");
        }
        return Double.valueOf(raw);
    }

    static BigDecimal money(String raw) {
        if (!MONEY.matcher(raw).matches()) {
            throw new MalformedValue("must be an amount like 99.00, with a point and at most two decimals");
        }
        return new BigDecimal(raw).setScale(2);
    }

    static Boolean flag(String raw) {
        return switch (raw) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new MalformedValue("must be true or false");
        };
    }

    static Duration duration(String raw) {
        try {
            var duration = Duration.parse(raw);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException malformed) {
            throw new MalformedValue("must be an ISO 8601 duration of days and less, like P30D or PT1H30M");
        }
        throw new MalformedValue("must be longer than nothing");
    }

    static Instant instant(String raw) {
        try {
            return OffsetDateTime.parse(raw).toInstant();
        } catch (DateTimeParseException malformed) {
            throw new MalformedValue("must be an RFC 3339 instant like 2026-01-31T22:00:00Z");
        }
    }
}
