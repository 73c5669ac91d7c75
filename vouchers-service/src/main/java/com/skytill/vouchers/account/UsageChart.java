package com.skytill.vouchers.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Puts hours of traffic into a period's days or hours; those without traffic are there too, so that charts have no gaps. */
final class UsageChart {

    private UsageChart() {}

    /**
     * The period's usage.
     *
     * @param hours within the period
     */
    static List<UsagePointView> of(UsagePeriod period, Collection<Traffic> hours) {
        var points = new TreeMap<Instant, Traffic>();
        period.starts().forEach(start -> points.put(start, new Traffic(start, 0, 0, 0)));
        for (var hour : hours) {
            points.merge(points.floorKey(hour.from()), hour, Traffic::plus);
        }
        return points.values().stream().map(point -> view(period, point)).toList();
    }

    private static UsagePointView view(UsagePeriod period, Traffic point) {
        return new UsagePointView(
                point.from(),
                period.by().next(point.from(), period.zone()),
                point.from().atZone(period.zone()).toLocalDate(),
                point.up(),
                point.down(),
                Duration.ofSeconds(point.seconds()));
    }
}
