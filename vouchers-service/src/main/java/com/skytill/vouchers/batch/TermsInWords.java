package com.skytill.vouchers.batch;

import com.skytill.vouchers.product.ValidityStart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a voucher gives, as it is said to who buys it. */
final class TermsInWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final String[] DECIMAL = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final String[] BINARY = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private final ZoneId zone;

    TermsInWords(ZoneId zone) {
        this.zone = zone;
    }

    /** Data, online time, lifetime and devices of a voucher of that batch, as far as they are limited. */
    List<String> of(BatchRow batch) {
        var words = new ArrayList<String>();
        words.add(batch.dataQuotaBytes == null ? "Unlimited data" : size(batch.dataQuotaBytes));
        if (batch.timeQuotaSeconds != null) {
            words.add(duration(batch.timeQuotaSeconds) + " online");
        }
        if (batch.validitySeconds != null && batch.validityStarts == ValidityStart.FIRST_USE) {
            words.add("valid " + duration(batch.validitySeconds) + " from first use");
        }
        if (batch.maxDevices > 1) {
            words.add(batch.maxDevices + " devices");
        }
        return words;
    }

    /** Until when it has to be used at the latest. */
    List<String> dates(BatchRow batch, Instant expiresAt) {
        var words = new ArrayList<String>();
        if (batch.validityStarts == ValidityStart.ISSUE && expiresAt != null) {
            words.add("valid until " + MINUTE.format(expiresAt.atZone(zone)));
        }
        if (batch.useBefore != null) {
            words.add("use first " + before(batch.useBefore));
        }
        return words;
    }

    /** In the unit that says it exactly, if one of two decimals does; never more than it is. */
    static String size(long bytes) {
        var decimal = scaled(bytes, 1000);
        if (decimal.exact()) {
            return decimal.in(DECIMAL);
        }
        var binary = scaled(bytes, 1024);
        return binary.exact() ? binary.in(BINARY) : decimal.in(DECIMAL);
    }

    /** All of its parts: {@code 1 day 12 hours}. */
    static String duration(long seconds) {
        var duration = Duration.ofSeconds(seconds);
        var parts = new ArrayList<String>();
        count(parts, duration.toDays(), "day");
        count(parts, duration.toHoursPart(), "hour");
        count(parts, duration.toMinutesPart(), "minute");
        count(parts, duration.toSecondsPart(), "second");
        return String.join(" ", parts);
    }

    /** The end of a day is that day, not the midnight after it. */
    private String before(Instant end) {
        var local = end.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? "by " + DAY.format(local.minusDays(1))
                : "before " + MINUTE.format(local);
    }

    private static void count(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }

    private static Scaled scaled(long bytes, long step) {
        int unit = 0;
        long one = 1;
        while (unit < DECIMAL.length - 1 && bytes / one >= step) {
            one *= step;
            unit++;
        }
        var number = BigDecimal.valueOf(bytes)
                .divide(BigDecimal.valueOf(one), 2, RoundingMode.DOWN)
                .stripTrailingZeros();
        return new Scaled(
                number, unit, number.multiply(BigDecimal.valueOf(one)).compareTo(BigDecimal.valueOf(bytes)) == 0);
    }

    private record Scaled(BigDecimal number, int unit, boolean exact) {

        String in(String[] units) {
            return number.toPlainString() + " " + units[unit];
        }
    }
}
