package com.skytill.vouchers.disconnect;

import com.skytill.vouchers.hotspot.HotspotSecrets;
import com.skytill.vouchers.session.SessionConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells routers to end sessions, until the sessions have ended, and to run them at another speed, until they say that they do. For
 * an end an ACK is not enough: it is believed for a while, and the router is asked again when no Stop follows.
 */
@Singleton
final class OutboxJob {

    private static final Logger LOG = Logger.getLogger(OutboxJob.class);
    private static final int AT_ONCE = 200;
    private static final Duration LEASE_RESERVE = Duration.ofSeconds(10);

    private final OutboxStore store;
    private final CoaClient client;
    private final CoaConfig config;
    private final SessionConfig sessions;
    private final HotspotSecrets secrets;
    private final Clock clock;

    OutboxJob(
            OutboxStore store,
            CoaClient client,
            CoaConfig config,
            SessionConfig sessions,
            HotspotSecrets secrets,
            Clock clock) {
        this.store = store;
        this.client = client;
        this.config = config;
        this.sessions = sessions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Looks for what is due: every second, and when {@link OutboxSignal} says that there is something. */
    @Scheduled(every = "${skytill.coa.look-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return store.expireDue(clock.instant(), AT_ONCE)
                .flatMap(ignored -> send())
                .onFailure()
                .invoke(failure -> LOG.warnf("The outbox to the routers can't be read now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Takes what is due and lets it go on by itself: a silent router keeps nobody waiting. */
    Uni<Void> send() {
        return store.take(clock.instant(), config.patience().plus(LEASE_RESERVE), AT_ONCE)
                .invoke(items -> items.forEach(item -> Uni.createFrom()
                        .deferred(() -> deliver(item))
                        .subscribe()
                        .with(
                                ignored -> {},
                                failure -> LOG.warnf("Outbox item %d waits: %s", item.outboxId(), failure))))
                .replaceWithVoid();
    }

    private Uni<Void> deliver(OutboxItem item) {
        var secret = Optional.ofNullable(item.sealedSecret()).map(secrets::open).or(config::secret);
        if (item.nasAddress() == null || secret.isEmpty()) {
            return settle(item, item.nasAddress() == null ? "no_address" : "no_secret", backoff(item));
        }
        var request = new CoaClient.CoaRequest(
                item.code(), item.nasAddress(), item.coaPort(), secret.get(), item.attributes(clock.instant()));
        return client.send(request).flatMap(reply -> record(item, reply));
    }

    private Uni<Void> record(OutboxItem item, Optional<CoaReply> reply) {
        if (reply.isEmpty()) {
            return settle(item, "silent", backoff(item));
        }
        if (reply.get().sessionUnknown()) {
            return store.endStale(item, clock.instant());
        }
        return switch (item.code()) {
            case DISCONNECT -> ended(item, reply.get());
            case COA -> changed(item, reply.get());
        };
    }

    private Uni<Void> ended(OutboxItem item, CoaReply reply) {
        return reply.ack() ? settle(item, "ack", config.confirmWithin()) : settle(item, nak(reply), backoff(item));
    }

    private Uni<Void> changed(OutboxItem item, CoaReply reply) {
        var now = clock.instant();
        return reply.ack() ? store.confirmSpeed(item, now) : store.refuseSpeed(item, nak(reply), now);
    }

    private static String nak(CoaReply reply) {
        return "nak " + reply.errorCause();
    }

    /** Tries again later, unless the session has not been heard from for so long that it is gone. */
    private Uni<Void> settle(OutboxItem item, String result, Duration wait) {
        Instant now = clock.instant();
        return item.heardAt().plus(sessions.liveWindow()).isBefore(now)
                ? store.endStale(item, now)
                : store.retry(item, result, now, now.plus(wait));
    }

    private Duration backoff(OutboxItem item) {
        int doublings = Math.min(item.attempt() - 1, 16);
        var wait = config.firstBackoff().multipliedBy(1L << doublings);
        return wait.compareTo(config.longestBackoff()) < 0 ? wait : config.longestBackoff();
    }
}
