package com.skytill.vouchers.account;

import com.skytill.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UsageChartTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId JOHANNESBURG = ZoneId.of("Africa/Johannesburg");
    private static final Instant NOW = Instant.parse("2026-11-24T10:20:30Z");

    @ParameterizedTest
    @CsvSource({
        // zone, day, hours
        "Europe/Berlin,2026-03-29,23",
        "Europe/Berlin,2026-10-25,25",
        "Europe/Berlin,2026-10-26,24",
        "Africa/Johannesburg,2026-03-29,24",
        "Asia/Kolkata,2026-03-29,24",
        // Clocks change at midnight: the day begins at one, or has midnight twice.
        "Asia/Beirut,2026-03-29,23",
        "America/Santiago,2026-04-04,25",
    })
    void dayHasItsHours(String zone, LocalDate day, int hours) {
        var where = ZoneId.of(zone);
        var from = day.atStartOfDay(where).toInstant();
        var to = day.plusDays(1).atStartOfDay(where).toInstant();
        var byHour = UsagePeriod.of(UsageBy.HOUR, where, from, to, NOW);
        assertEquals(hours, byHour.starts().size());
        assertEquals(from, byHour.from());
        assertEquals(to, byHour.to());
        var byDay = UsagePeriod.of(UsageBy.DAY, where, from, to, NOW);
        assertEquals(List.of(from), byDay.starts());
        var point = UsageChart.of(byDay, List.of(new Traffic(to.minusSeconds(3600), 1, 2, 3)))
                .getFirst();
        assertEquals(new UsagePointView(from, to, day, 1, 2, Duration.ofSeconds(3)), point);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Asia/Kolkata",
                "America/St_Johns",
                "Africa/Casablanca",
                "America/Santiago",
                "Pacific/Chatham"
            })
    void hoursOfAYearHaveNeitherGapsNorOverlaps(String zone) {
        var where = ZoneId.of(zone);
        for (int day = 0; day < 366; day += 31) {
            var from = LocalDate.of(2026, 1, 1).plusDays(day).atStartOfDay(where);
            var period = UsagePeriod.of(
                    UsageBy.HOUR, where, from.toInstant(), from.plusDays(31).toInstant(), NOW);
            var points = UsageChart.of(period, List.of());
            assertEquals(period.from(), points.getFirst().from());
            assertEquals(period.to(), points.getLast().to());
            for (int i = 1; i < points.size(); i++) {
                assertEquals(points.get(i - 1).to(), points.get(i).from());
                assertTrue(points.get(i).from().isAfter(points.get(i - 1).from()));
            }
        }
    }

    @Test
    void everyHourOfTrafficIsCountedOnce() {
        var from = Instant.parse("2026-10-24T22:00:00Z");
        var hours = new ArrayList<Traffic>();
        for (int hour = 0; hour < 25; hour++) {
            hours.add(new Traffic(from.plusSeconds(3600L * hour), 1, 10, 100));
        }
        var to = from.plusSeconds(25 * 3600);
        for (var by : UsageBy.values()) {
            var points = UsageChart.of(UsagePeriod.of(by, BERLIN, from, to, NOW), hours);
            assertEquals(by == UsageBy.DAY ? 1 : 25, points.size());
            assertEquals(25, points.stream().mapToLong(UsagePointView::dataUp).sum());
            assertEquals(
                    250, points.stream().mapToLong(UsagePointView::dataDown).sum());
            assertEquals(
                    2500,
                    points.stream().mapToLong(point -> point.time().toSeconds()).sum());
        }
    }

    @Test
    void periodIsWidenedToWholeDaysAndHours() {
        var from = Instant.parse("2026-11-01T21:59:59Z");
        var to = Instant.parse("2026-11-02T22:00:00.000001Z");
        var days = UsagePeriod.of(UsageBy.DAY, JOHANNESBURG, from, to, NOW);
        assertEquals(Instant.parse("2026-10-31T22:00:00Z"), days.from());
        assertEquals(Instant.parse("2026-11-03T22:00:00Z"), days.to());
        assertEquals(3, days.starts().size());
        var hours = UsagePeriod.of(UsageBy.HOUR, JOHANNESBURG, from, to, NOW);
        assertEquals(Instant.parse("2026-11-01T21:00:00Z"), hours.from());
        assertEquals(Instant.parse("2026-11-02T23:00:00Z"), hours.to());
    }

    @Test
    void absentEndsAreNowAndSomeDaysBefore() {
        var days = UsagePeriod.of(UsageBy.DAY, JOHANNESBURG, null, null, NOW);
        assertEquals(Instant.parse("2026-10-24T22:00:00Z"), days.from());
        assertEquals(Instant.parse("2026-11-24T22:00:00Z"), days.to());
        var hours = UsagePeriod.of(UsageBy.HOUR, JOHANNESBURG, null, null, NOW);
        assertEquals(Instant.parse("2026-11-23T10:00:00Z"), hours.from());
        assertEquals(Instant.parse("2026-11-24T11:00:00Z"), hours.to());
    }

    @Test
    void periodIsBounded() {
        var year = LocalDate.of(2024, 1, 1).atStartOfDay(BERLIN).toInstant();
        assertEquals(
                366,
                UsagePeriod.of(
                                UsageBy.DAY,
                                BERLIN,
                                year,
                                LocalDate.of(2025, 1, 1).atStartOfDay(BERLIN).toInstant(),
                                NOW)
                        .starts()
                        .size());
        // With the hour that the clocks went back by.
        var october = LocalDate.of(2026, 10, 1).atStartOfDay(BERLIN).toInstant();
        var november = LocalDate.of(2026, 11, 1).atStartOfDay(BERLIN).toInstant();
        assertEquals(
                31 * 24 + 1,
                UsagePeriod.of(UsageBy.HOUR, BERLIN, october, november, NOW)
                        .starts()
                        .size());
        assertThrows(
                ProblemException.class,
                () -> UsagePeriod.of(UsageBy.HOUR, BERLIN, october, november.plusSeconds(1), NOW));
        assertThrows(ProblemException.class, () -> UsagePeriod.of(UsageBy.DAY, BERLIN, year, null, NOW));
        assertThrows(ProblemException.class, () -> UsagePeriod.of(UsageBy.DAY, BERLIN, november, october, NOW));
        assertThrows(ProblemException.class, () -> UsagePeriod.of(UsageBy.DAY, BERLIN, NOW, NOW, NOW));
        assertThrows(ProblemException.class, () -> UsagePeriod.of(UsageBy.DAY, BERLIN, NOW.plusSeconds(1), null, NOW));
    }
}
