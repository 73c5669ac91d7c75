package com.skytill.vouchers.speed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Policies in a notation that fits a table: that of docs/products.md, without its ranges of days. */
final class Policies {

    private Policies() {}

    /** {@code 1000:2048/512, 80%:50%/25%}; null for nothing. */
    static SpeedLimitPolicy limit(String tiers) {
        return tiers == null
                ? null
                : new SpeedLimitPolicy(
                        Duration.ofHours(24),
                        Arrays.stream(tiers.split(",", -1)).map(Policies::tier).toList());
    }

    /** A boost like {@code 50%/512}, {@code 512/-}, in that schedule like {@code fri 18:00-06:00; sat,public_holidays 00:00-24:00}. */
    static SpeedBoostPolicy boost(String speeds, String schedule, boolean whileLimited, boolean whenCapped) {
        return boost(speeds, schedule, Set.of(), whileLimited, whenCapped);
    }

    static SpeedBoostPolicy boost(
            String speeds, String schedule, Set<LocalDate> holidays, boolean whileLimited, boolean whenCapped) {
        String[] sides = speeds.split("/", -1);
        return new SpeedBoostPolicy(
                Arrays.stream(schedule.split(";", -1)).map(Policies::window).toList(),
                holidays,
                speed(sides[0]),
                speed(sides[1]),
                whileLimited,
                whenCapped);
    }

    /** {@code 2048/512}, and {@code -} for unlimited; null for nothing. */
    static Speed kbps(String text) {
        if (text == null) {
            return null;
        }
        var sides = text.split("/", -1);
        return new Speed(number(sides[0]), number(sides[1]));
    }

    private static Integer number(String text) {
        return text.equals("-") ? null : Integer.valueOf(text);
    }

    private static SpeedTier tier(String text) {
        var sides = text.strip().split("[:/]", -1);
        boolean percent = sides[0].endsWith("%");
        return new SpeedTier(
                percent ? null : Long.valueOf(sides[0]),
                percent ? Integer.valueOf(sides[0].replace("%", "")) : null,
                speed(sides[1]),
                speed(sides[2]));
    }

    private static PolicySpeed speed(String text) {
        if (text.equals("-")) {
            return null;
        }
        return text.endsWith("%")
                ? new PolicySpeed(null, Integer.valueOf(text.replace("%", "")))
                : new PolicySpeed(Integer.valueOf(text), null);
    }

    private static BoostWindow window(String text) {
        var parts = text.strip().split(" ", -1);
        var days = Set.of(parts[0].split(",", -1));
        var hours = parts[1].split("-", -1);
        return new BoostWindow(
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> days.contains(day.name().substring(0, 3).toLowerCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                days.contains("public_holidays"),
                minutes(hours[0]),
                minutes(hours[1]));
    }

    private static int minutes(String text) {
        return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
    }
}
