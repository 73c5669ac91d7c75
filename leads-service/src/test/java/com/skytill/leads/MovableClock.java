package com.skytill.leads;

import io.quarkus.test.Mock;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock in tests: goes on as clocks do, and can be moved. */
@Mock
@Singleton
public class MovableClock extends Clock {

    private volatile Duration moved = Duration.ZERO;

    /** Moves it forward. */
    public void move(Duration by) {
        moved = moved.plus(by);
    }

    /** Puts it right again. */
    public void reset() {
        moved = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
