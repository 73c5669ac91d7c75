package com.skytill.gateway.proxy;

import com.github.benmanes.caffeine.cache.Ticker;
import org.jboss.logging.Logger;

import java.time.Duration;

/**
 * A service's health as its connections tell: after some failures in a row it is put aside for a time, which doubles as
 * long as it stays away; then one request at a time tries it. So its callers hear at once, and it is not run down the
 * moment it comes back.
 */
final class Circuit {

    private static final Logger LOG = Logger.getLogger(Circuit.class);
    private static final long WHILE_PROBED_NANOS = 1_000_000_000L;

    private final String service;
    private final int mostFailures;
    private final Duration shortest;
    private final Duration longest;
    private final Ticker ticker;
    private volatile int failures;
    private long pauseNanos;
    private long againNanos;
    private boolean probed;

    /**
     * A service that is in good health so far.
     *
     * @param mostFailures in a row; with the last of them it is put aside
     * @param shortest how long it is put aside at first
     * @param longest how long at most
     */
    Circuit(String service, int mostFailures, Duration shortest, Duration longest, Ticker ticker) {
        this.service = service;
        this.mostFailures = mostFailures;
        this.shortest = shortest;
        this.longest = longest;
        this.ticker = ticker;
        this.pauseNanos = shortest.toNanos();
    }

    /** How long the service is still put aside, in nanoseconds; 0: it is tried now, and one of the others must follow. */
    long closedForNanos() {
        return isAside() ? probe() : 0;
    }

    private synchronized long probe() {
        if (!isAside()) {
            return 0;
        }
        long left = againNanos - ticker.read();
        if (left > 0) {
            return left;
        }
        if (probed) {
            return WHILE_PROBED_NANOS;
        }
        probed = true;
        return 0;
    }

    /** There was a connection. */
    void connected() {
        if (failures > 0) {
            recover();
        }
    }

    private synchronized void recover() {
        if (isAside()) {
            LOG.infof("%s can be reached again", service);
        }
        failures = 0;
        probed = false;
        pauseNanos = shortest.toNanos();
    }

    /** There was no connection to be had from the service. */
    synchronized void failed() {
        if (isAside() && !probed) {
            // One of those that were on their way when it was put aside.
            return;
        }
        failures = Math.min(failures + 1, mostFailures);
        probed = false;
        if (isAside()) {
            againNanos = ticker.read() + pauseNanos;
            LOG.warnf("%s is put aside for %d ms", service, pauseNanos / 1_000_000);
            pauseNanos = Math.min(2 * pauseNanos, longest.toNanos());
        }
    }

    /** It was never tried, for it has enough to do: that says nothing. */
    synchronized void untried() {
        probed = false;
    }

    boolean isAside() {
        return failures >= mostFailures;
    }
}
