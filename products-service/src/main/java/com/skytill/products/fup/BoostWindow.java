package com.skytill.products.fup;

import com.skytill.platform.parameter.MalformedValue;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hours of some days. They belong to the day that they begin on: those that stop before they start go on past its midnight.
 *
 * @param days days of the week; may be none when it is for public holidays
 * @param publicHolidays whether it is for public holidays too, whatever day of the week they are
 * @param start minutes after midnight
 * @param stop minutes after midnight, not itself within; {@value #DAY} is the day's end
 */
record BoostWindow(Set<DayOfWeek> days, boolean publicHolidays, int start, int stop) {

    static final String PUBLIC_HOLIDAYS = "public_holidays";

    private static final int DAY = 24 * 60;
    private static final Pattern FORM = Pattern.compile("([a-z_,-]+) +([0-9]{2}):([0-9]{2}) ?- ?([0-9]{2}):([0-9]{2})");

    BoostWindow {
        days = days.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /** {@code days start-stop}, like {@code mon-fri 18:00-06:00}. */
    static BoostWindow parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new MalformedValue("must be days and hours, like mon-fri 18:00-06:00");
        }
        int start = minutes(form.group(2), form.group(3));
        int stop = minutes(form.group(4), form.group(5));
        if (start == DAY || start == stop) {
            throw new MalformedValue("must begin before 24:00 and stop at another time; a whole day is 00:00-24:00");
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        boolean holidays = false;
        for (String part : form.group(1).split(",", -1)) {
            boolean holiday = part.equals(PUBLIC_HOLIDAYS);
            boolean fresh = holiday ? !holidays : days.addAll(freshDays(part, days));
            if (!fresh) {
                throw new MalformedValue("must name each day once");
            }
            holidays |= holiday;
        }
        return new BoostWindow(days, holidays, start, stop);
    }

    /** The days that the part names; none when one of them was named before. */
    private static List<DayOfWeek> freshDays(String part, Set<DayOfWeek> before) {
        String[] ends = part.split("-", -1);
        if (ends.length > 2) {
            throw unknownDay();
        }
        var last = day(ends[ends.length - 1]);
        var days = new ArrayList<DayOfWeek>();
        // A range may pass the end of the week: fri-mon.
        for (var day = day(ends[0]); !days.contains(day); day = day.plus(1)) {
            days.add(day);
            if (day == last) {
                break;
            }
        }
        return Collections.disjoint(days, before) ? days : List.of();
    }

    private static DayOfWeek day(String text) {
        for (var day : DayOfWeek.values()) {
            if (code(day).equals(text)) {
                return day;
            }
        }
        throw unknownDay();
    }

    private static MalformedValue unknownDay() {
        return new MalformedValue("its days must be mon, tue, wed, thu, fri, sat, sun, ranges of them like mon-fri, or "
                + PUBLIC_HOLIDAYS + ", separated by commas without spaces");
    }

    private static int minutes(String hours, String minutes) {
        int all = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        if (Integer.parseInt(minutes) > 59 || all > DAY) {
            throw new MalformedValue("its times must be between 00:00 and 24:00");
        }
        return all;
    }

    boolean crossesMidnight() {
        return stop < start;
    }

    List<String> dayCodes() {
        return days.stream().map(BoostWindow::code).toList();
    }

    static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        var names = new ArrayList<>(dayCodes());
        if (publicHolidays) {
            names.add(PUBLIC_HOLIDAYS);
        }
        return String.join(",", names) + " " + time(start) + "-" + time(stop);
    }
}
