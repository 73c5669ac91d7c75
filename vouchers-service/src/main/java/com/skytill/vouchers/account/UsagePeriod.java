package com.skytill.vouchers.account;

import com.skytill.platform.problem.ProblemException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Of when usage is told: whole days or hours.
 *
 * @param from when the first of them begins
 * @param to when the last of them ends
 */
record UsagePeriod(UsageBy by, ZoneId zone, Instant from, Instant to) {

    /**
     * The days or hours that touch what was asked for; fails when that is too much, or turned round.
     *
     * @param from null for some time before {@code to}
     * @param to null for now
     */
    static UsagePeriod of(UsageBy by, ZoneId zone, Instant from, Instant to, Instant now) {
        var end = to == null ? now : to;
        var begin = from == null ? end.atZone(zone).minusDays(by.days).toInstant() : from;
        if (!begin.isBefore(end)) {
            throw ProblemException.parameter(
                    to == null ? "from" : "to", "from must be before to, which is now when absent");
        }
        if (begin.atZone(zone).plusDays(by.mostDays).toInstant().isBefore(end)) {
            throw ProblemException.parameter(
                    to == null ? "from" : "to",
                    "at most " + by.mostDays + " days can be shown by "
                            + by.name().toLowerCase(Locale.ROOT));
        }
        var last = by.start(end, zone);
        return new UsagePeriod(by, zone, by.start(begin, zone), last.equals(end) ? end : by.next(last, zone));
    }

    /** When each of its days or hours begins. */
    List<Instant> starts() {
        var starts = new ArrayList<Instant>();
        for (var start = from; start.isBefore(to); start = by.next(start, zone)) {
            starts.add(start);
        }
        return starts;
    }
}
