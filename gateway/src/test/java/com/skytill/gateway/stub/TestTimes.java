package com.skytill.gateway.stub;

import com.github.benmanes.caffeine.cache.Ticker;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The clock of the cache's ages: it stands still until a test lets time pass. */
@Singleton
public final class TestTimes implements Ticker {

    private final AtomicLong addedNanos = new AtomicLong();

    /** Lets that much time pass at once. */
    public void pass(Duration duration) {
        addedNanos.addAndGet(duration.toNanos());
    }

    @Override
    public long read() {
        return addedNanos.get();
    }
}
