package com.skytill.products.fup;

import com.skytill.platform.parameter.MalformedValue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which dates are public holidays, earliest first. */
record Holidays(List<LocalDate> dates) {

    private static final int MOST = 200;

    Holidays {
        dates = List.copyOf(dates);
    }

    /** ISO 8601 dates separated by commas. */
    static Holidays parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length > MOST) {
            throw new MalformedValue("must be at most " + MOST + " dates");
        }
        var dates = new TreeSet<LocalDate>();
        for (int i = 0; i < parts.length; i++) {
            if (!dates.add(date(i + 1, parts[i].strip()))) {
                throw new MalformedValue("date " + (i + 1) + ": must be named once");
            }
        }
        return new Holidays(List.copyOf(dates));
    }

    private static LocalDate date(int number, String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeException malformed) {
            throw new MalformedValue("date " + number + ": must be a date of the calendar, like 2026-12-25");
        }
        throw new MalformedValue("date " + number + ": must be of the years 2000 to 2999");
    }

    @Override
    public String toString() {
        return dates.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }
}
