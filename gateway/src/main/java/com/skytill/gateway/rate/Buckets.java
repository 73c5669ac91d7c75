package com.skytill.gateway.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import java.time.Duration;
import java.util.function.Function;

/** A token bucket for each of the last callers of one kind; a forgotten one starts anew with a full bucket. */
final class Buckets {

    private final Cache<String, Tap> taps;
    private final Function<String, Tap> made;

    Buckets(long remembered, Ticker ticker, Function<String, Limit> limits) {
        this.taps = Caffeine.newBuilder()
                .maximumSize(remembered)
                .executor(Runnable::run)
                .build();
        var time = new Time(ticker);
        this.made = key -> {
            var limit = limits.apply(key);
            return new Tap(limit, limit.isUnlimited() ? null : bucket(limit, time));
        };
    }

    /** That caller's bucket. */
    Tap of(String key) {
        return taps.get(key, made);
    }

    private static Bucket bucket(Limit limit, TimeMeter time) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.burst()).refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** The monotonic clock of all of the gateway's ages. */
    private record Time(Ticker ticker) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ticker.read();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
