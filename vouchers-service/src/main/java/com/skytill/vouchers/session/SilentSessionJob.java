package com.skytill.vouchers.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.time.Clock;

/**
 * Ends sessions after three missed reports, and claims that no session followed. Neither holds a device's place any more by then;
 * this keeps the open ones few, and lists honest. A session that shows life after all is open again.
 */
@Singleton
final class SilentSessionJob {

    private static final Logger LOG = Logger.getLogger(SilentSessionJob.class);
    private static final int AT_ONCE = 500;

    private final SilentSessionStore store;
    private final SessionConfig config;
    private final Clock clock;

    SilentSessionJob(SilentSessionStore store, SessionConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Goes on until there are none left; every replica may, they pass over each other's. */
    @Scheduled(
            every = "${skytill.silent-sessions.sweep-every:60s}",
            delayed = "${skytill.silent-sessions.sweep-delay:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sweepOn()
                .onFailure()
                .invoke(failure -> LOG.warnf("Silent sessions can't be ended now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> sweepOn() {
        var now = clock.instant();
        return store.end(now.minus(config.liveWindow()), now.minus(config.claimWindow()), now, AT_ONCE)
                .flatMap(ended -> ended == 0 ? Uni.createFrom().voidItem() : sweepOn());
    }
}
