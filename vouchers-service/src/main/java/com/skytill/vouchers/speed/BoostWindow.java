package com.skytill.vouchers.speed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * Hours of some days, as clocks on the wall show them. They belong to the day that they begin on: those that stop before they start
 * go on past its midnight.
 *
 * @param publicHolidays whether it is for public holidays too, whatever day of the week they are
 * @param start minutes after midnight, within
 * @param stop minutes after midnight, not within; 1440 is the day's end
 */
record BoostWindow(Set<DayOfWeek> days, boolean publicHolidays, int start, int stop) {

    BoostWindow {
        days = Set.copyOf(days);
    }

    /** Whether it is one of its hours. An hour that the clocks skip is none of its; one that they repeat is twice. */
    boolean contains(LocalDateTime local, Set<LocalDate> holidays) {
        var day = local.toLocalDate();
        int minute = local.getHour() * 60 + local.getMinute();
        if (start < stop) {
            return minute >= start && minute < stop && beginsOn(day, holidays);
        }
        return minute >= start ? beginsOn(day, holidays) : minute < stop && beginsOn(day.minusDays(1), holidays);
    }

    private boolean beginsOn(LocalDate day, Set<LocalDate> holidays) {
        return days.contains(day.getDayOfWeek()) || (publicHolidays && holidays.contains(day));
    }
}
