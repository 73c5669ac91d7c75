package com.skytill.auth.signin;

import java.time.Duration;

/**
 * How long the next attempt has to wait after so many failures: a few are free, then the delay doubles.
 *
 * @param free failures without a delay
 * @param longest what the delay never exceeds: whoever knows a username must not lock its owner out for good
 */
record Delays(int free, Duration longest) {

    /** Of one account: people mistype. */
    static final Delays ACCOUNT = new Delays(5, Duration.ofMinutes(5));

    /** Of one address, behind which a whole office may sit. */
    static final Delays ADDRESS = new Delays(50, Duration.ofMinutes(5));

    /** Failures longer ago than that are forgotten. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(12);

    // Two to the twentieth seconds are twelve days: far beyond any longest.
    private static final int HIGHEST_POWER = 20;

    Duration after(int failures) {
        if (failures <= free) {
            return Duration.ZERO;
        }
        var delay = Duration.ofSeconds(1L << Math.min(failures - free, HIGHEST_POWER));
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}
