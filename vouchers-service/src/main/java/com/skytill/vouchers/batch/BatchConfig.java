package com.skytill.vouchers.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How often a batch that can't be issued is tried again. */
@ConfigMapping(prefix = "skytill.voucher-batch")
interface BatchConfig {

    /** Attempts in all, those that ended with their process too; then it has failed. With the waits below, a good ten minutes. */
    @WithDefault("10")
    int attempts();

    /** The wait after the first attempt; doubles. */
    @WithDefault("PT1S")
    Duration firstBackoff();

    @WithDefault("PT5M")
    Duration longestBackoff();

    /** How long to wait after that attempt, counted from 1. */
    default Duration backoff(int attempt) {
        var wait = firstBackoff().multipliedBy(1L << Math.clamp(attempt - 1, 0, 20));
        return wait.compareTo(longestBackoff()) < 0 ? wait : longestBackoff();
    }
}
