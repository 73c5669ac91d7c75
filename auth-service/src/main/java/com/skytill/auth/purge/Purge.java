package com.skytill.auth.purge;

import com.skytill.auth.key.SigningKeys;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;

/** Deletes what has ended, in small batches, one replica at a time, and sees to it that signing keys change in time. */
@Singleton
final class Purge {

    // The most that one transaction deletes of a table; short enough to hold nobody up.
    private static final int BATCH = 500;

    // Kept so long after the end, so that a replayed code or refresh token is known for what it is.
    private static final Duration KEPT = Duration.ofDays(1);

    private final PurgeStore store;
    private final SigningKeys keys;
    private final Clock clock;

    Purge(PurgeStore store, SigningKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(
            identity = "purge",
            every = "${skytill.auth.purge-every:PT1M}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> purge() {
        var before = clock.instant().minus(KEPT);
        return store.deleteEnded(before, BATCH)
                // A full batch left something.
                .repeat()
                .until(deleted -> deleted < BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    @Scheduled(
            identity = "rotate-keys",
            every = "PT1H",
            delayed = "PT1H",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> rotateKeys() {
        return keys.rotate();
    }
}
