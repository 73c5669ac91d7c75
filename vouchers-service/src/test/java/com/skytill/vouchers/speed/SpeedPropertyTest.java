package com.skytill.vouchers.speed;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for whatever terms products-service lets through, whatever use and whatever instant. Seeded by the repetition's number. */
class SpeedPropertyTest {

    private static final int TIMES = 2000;
    private static final long CAP = 1_000_000;
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Africa/Johannesburg"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Africa/Cairo"), // Daylight saving begins at midnight.
            ZoneId.of("America/Havana"), // And ends at one o'clock, with midnight.
            ZoneId.of("Australia/Lord_Howe"), // Half an hour of it.
            ZoneId.of("Asia/Kathmandu"));

    private Random random;

    private void seed(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
    }

    @RepeatedTest(10)
    void withoutBoostNeverAboveTheProductsSpeedNorTheCappedOne(RepetitionInfo repetition) {
        seed(repetition);
        for (int i = 0; i < TIMES; i++) {
            var terms = without(terms());
            var usage = usage();
            var speed = terms.speedAt(usage, instant(zone()), zone());
            assertNotFaster(speed, terms.full(), terms, usage);
            if (usage.capPassed() && terms.capped() != null) {
                assertNotFaster(speed, terms.capped(), terms, usage);
            }
        }
    }

    @RepeatedTest(10)
    void withoutBoostMoreUseIsNeverFaster(RepetitionInfo repetition) {
        seed(repetition);
        for (int i = 0; i < TIMES; i++) {
            var terms = without(terms());
            var less = usage();
            var more =
                    new SpeedUsage(less.capPassed() || random.nextBoolean(), less.windowBytes() + random.nextLong(CAP));
            var instant = instant(zone());
            assertNotFaster(terms.speedAt(more, instant, zone()), terms.speedAt(less, instant, zone()), terms, more);
        }
    }

    @RepeatedTest(10)
    void boostAddsAtMostWhatItSaysAndNeverSlowsDown(RepetitionInfo repetition) {
        seed(repetition);
        for (int i = 0; i < TIMES; i++) {
            var terms = terms();
            var usage = usage();
            var zone = zone();
            var instant = instant(zone);
            var plain = without(terms).speedAt(usage, instant, zone);
            var speed = terms.speedAt(usage, instant, zone);
            assertNotFaster(plain, speed, terms, usage);
            assertNotFaster(speed, most(plain, terms.boost()), terms, usage);
            assertNotFaster(speed, most(terms.full(), terms.boost()), terms, usage);
        }
    }

    @RepeatedTest(10)
    void zeroStaysZero(RepetitionInfo repetition) {
        seed(repetition);
        for (int i = 0; i < TIMES; i++) {
            var terms = terms();
            var usage = usage();
            var stopped = new SpeedTerms(
                    new Speed(0, terms.full().uploadKbps()), terms.capped(), CAP, terms.limit(), terms.boost());
            assertEquals(0, stopped.speedAt(usage, instant(zone()), zone()).downloadKbps());
            var cappedToZero = new SpeedTerms(terms.full(), new Speed(0, 0), CAP, terms.limit(), terms.boost());
            assertEquals(
                    new Speed(0, 0),
                    cappedToZero.speedAt(new SpeedUsage(true, usage.windowBytes()), instant(zone()), zone()));
        }
    }

    @RepeatedTest(10)
    void boostRunsExactlyWithinItsWindows(RepetitionInfo repetition) {
        seed(repetition);
        for (int i = 0; i < TIMES; i++) {
            var zone = zone();
            var instant = instant(zone);
            var local = instant.atZone(zone).toLocalDateTime();
            var boost = boost(local.toLocalDate());
            var terms = new SpeedTerms(new Speed(1, 1), null, null, null, certain(boost));
            boolean boosted =
                    terms.speedAt(new SpeedUsage(false, 0), instant, zone).equals(new Speed(2, 2));
            assertEquals(model(boost, local), boosted, () -> boost + " at " + local);
        }
    }

    /** The windows as stretches of time from a day's midnight, laid out on yesterday and today. */
    private static boolean model(SpeedBoostPolicy boost, LocalDateTime local) {
        for (var window : boost.schedule()) {
            for (var day : List.of(local.toLocalDate().minusDays(1), local.toLocalDate())) {
                boolean named = window.days().contains(day.getDayOfWeek())
                        || (window.publicHolidays() && boost.publicHolidays().contains(day));
                var from = day.atStartOfDay().plusMinutes(window.start());
                int length = Math.floorMod(window.stop() - window.start(), 24 * 60);
                var to = from.plusMinutes(length == 0 ? 24 * 60 : length);
                if (named && !local.isBefore(from) && local.isBefore(to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void assertNotFaster(Speed speed, Speed than, SpeedTerms terms, SpeedUsage usage) {
        boolean holds = notFaster(speed.downloadKbps(), than.downloadKbps())
                && notFaster(speed.uploadKbps(), than.uploadKbps());
        assertTrue(holds, () -> speed + " is faster than " + than + ": " + terms + " at " + usage);
    }

    private static boolean notFaster(Integer kbps, Integer than) {
        return than == null || (kbps != null && kbps <= than);
    }

    private static Speed most(Speed speed, SpeedBoostPolicy boost) {
        return new Speed(most(speed.downloadKbps(), boost.download()), most(speed.uploadKbps(), boost.upload()));
    }

    private static Integer most(Integer kbps, PolicySpeed boost) {
        if (kbps == null || kbps == 0 || boost == null) {
            return kbps;
        }
        return boost.percent() == null ? kbps + boost.kbps() : kbps * (100 + boost.percent()) / 100;
    }

    private static SpeedTerms without(SpeedTerms terms) {
        return new SpeedTerms(terms.full(), terms.capped(), terms.dataCapBytes(), terms.limit(), null);
    }

    private SpeedTerms terms() {
        return new SpeedTerms(
                new Speed(kbps(), kbps()),
                random.nextBoolean() ? new Speed(random.nextInt(500), random.nextInt(500)) : null,
                CAP,
                limit(),
                boost(LocalDate.of(2026, 1 + random.nextInt(12), 1)));
    }

    private Integer kbps() {
        return random.nextInt(10) == 0 ? null : (Integer) random.nextInt(10_000);
    }

    private SpeedUsage usage() {
        return new SpeedUsage(random.nextBoolean(), random.nextLong(2 * CAP));
    }

    /** Tiers as products-service takes them: each threshold above the one before, each speed not above the one before. */
    private SpeedLimitPolicy limit() {
        var tiers = new ArrayList<SpeedTier>();
        long threshold = 0;
        int down = 99;
        int up = 99;
        boolean percent = random.nextBoolean();
        for (int i = random.nextInt(6); i > 0; i--) {
            threshold += 1 + random.nextInt(15);
            down -= random.nextInt(15);
            up -= random.nextInt(15);
            boolean share = random.nextBoolean();
            tiers.add(new SpeedTier(
                    share ? null : (Long) (threshold * CAP / 100),
                    share ? (Integer) (int) threshold : null,
                    percent ? new PolicySpeed(null, down) : new PolicySpeed(down * 50, null),
                    percent ? new PolicySpeed(null, up) : new PolicySpeed(up * 50, null)));
        }
        return new SpeedLimitPolicy(Duration.ofHours(1), tiers);
    }

    private SpeedBoostPolicy boost(LocalDate near) {
        var windows = new ArrayList<BoostWindow>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int start = minute();
            int stop = minute() + random.nextInt(2);
            windows.add(new BoostWindow(days(), random.nextBoolean(), start, stop == start ? start + 1 : stop));
        }
        var holidays = new HashSet<LocalDate>();
        for (int i = 0; i < 3; i++) {
            holidays.add(near.plusDays(random.nextInt(5) - 2));
        }
        return new SpeedBoostPolicy(windows, holidays, added(), added(), random.nextBoolean(), random.nextBoolean());
    }

    private PolicySpeed added() {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> new PolicySpeed(1 + random.nextInt(5000), null);
            default -> new PolicySpeed(null, 1 + random.nextInt(1000));
        };
    }

    private static SpeedBoostPolicy certain(SpeedBoostPolicy boost) {
        var one = new PolicySpeed(1, null);
        return new SpeedBoostPolicy(boost.schedule(), boost.publicHolidays(), one, one, true, true);
    }

    private Set<DayOfWeek> days() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> random.nextInt(3) == 0)
                .collect(Collectors.toSet());
    }

    /** Often at or around midnight and the hours that daylight saving moves. */
    private int minute() {
        return random.nextBoolean() ? 30 * random.nextInt(8) : random.nextInt(24 * 60);
    }

    private ZoneId zone() {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    /** Often around a change of the clocks, a month's end or a midnight, to the nanosecond. */
    private Instant instant(ZoneId zone) {
        var anywhere = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextLong(400L * 24 * 3600));
        var transition = zone.getRules().nextTransition(anywhere);
        var corner = switch (random.nextInt(4)) {
            case 0 -> transition == null ? anywhere : transition.getInstant();
            case 1 ->
                YearMonth.from(anywhere.atZone(zone))
                        .atEndOfMonth()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant();
            case 2 -> anywhere.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
            default -> anywhere;
        };
        return switch (random.nextInt(3)) {
            case 0 -> corner;
            case 1 -> corner.minusNanos(1);
            default -> corner.plus(Duration.ofMinutes(random.nextInt(240) - 120));
        };
    }
}
