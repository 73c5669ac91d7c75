package com.skytill.vouchers.speed;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads policies as products-service answers them, and as they are kept here. Fails with what it does not understand. */
public final class PolicyDefinition {

    private static final String END_OF_DAY = "24:00";
    private static final int DAY = 24 * 60;

    private PolicyDefinition() {}

    /** The speed limit policy of that JSON. */
    public static SpeedLimitPolicy limit(JsonObject json) {
        return new SpeedLimitPolicy(
                Duration.parse(given(json, "window", String.class)),
                all(json, "tiers", JsonObject.class).map(PolicyDefinition::tier).toList());
    }

    /** The speed boost policy of that JSON. */
    public static SpeedBoostPolicy boost(JsonObject json) {
        return new SpeedBoostPolicy(
                all(json, "schedule", JsonObject.class)
                        .map(PolicyDefinition::window)
                        .toList(),
                all(json, "public_holidays", String.class).map(LocalDate::parse).collect(Collectors.toSet()),
                speed(json, "download_boost"),
                speed(json, "upload_boost"),
                given(json, "applies_while_limited", Boolean.class),
                given(json, "applies_when_capped", Boolean.class));
    }

    private static SpeedTier tier(JsonObject json) {
        return new SpeedTier(
                json.getLong("threshold_bytes"),
                json.getInteger("threshold_percent"),
                speed(json, "download"),
                speed(json, "upload"));
    }

    private static BoostWindow window(JsonObject json) {
        return new BoostWindow(
                all(json, "days", String.class).map(PolicyDefinition::day).collect(Collectors.toSet()),
                given(json, "public_holidays", Boolean.class),
                minutes(given(json, "start", String.class)),
                minutes(given(json, "stop", String.class)));
    }

    /** Null when neither of its two forms is given: a boost may be for one direction. */
    private static PolicySpeed speed(JsonObject json, String name) {
        var kbps = json.getInteger(name + "_kbps");
        var percent = json.getInteger(name + "_percent");
        return kbps == null && percent == null ? null : new PolicySpeed(kbps, percent);
    }

    private static DayOfWeek day(String code) {
        return Stream.of(DayOfWeek.values())
                .filter(day ->
                        day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No day of the week: " + code));
    }

    private static int minutes(String text) {
        return text.equals(END_OF_DAY) ? DAY : LocalTime.parse(text).toSecondOfDay() / 60;
    }

    private static <T> Stream<T> all(JsonObject json, String name, Class<T> type) {
        return given(json, name, JsonArray.class).stream().map(type::cast);
    }

    private static <T> T given(JsonObject json, String name, Class<T> type) {
        if (!type.isInstance(json.getValue(name))) {
            throw new IllegalArgumentException("A policy needs its " + name);
        }
        return type.cast(json.getValue(name));
    }
}
