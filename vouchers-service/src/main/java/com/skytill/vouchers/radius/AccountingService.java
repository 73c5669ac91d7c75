package com.skytill.vouchers.radius;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/**
 * Takes accounting packets. What was stored is acknowledged, and so is what can never be stored (counted): a router repeats for ever
 * what is not.
 */
@Singleton
final class AccountingService {

    /** More than two packets of a session at once are not to be expected; a session that ends has no speed to decide. */
    private static final int MOST_DECISIONS = 3;

    private final RadiusStore store;
    private final AccountingBatches batches;
    private final SpeedDecision speeds;
    private final MeterRegistry meters;
    private final Clock clock;

    AccountingService(
            RadiusStore store, AccountingBatches batches, SpeedDecision speeds, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.batches = batches;
        this.speeds = speeds;
        this.meters = meters;
        this.clock = clock;
    }

    Uni<RadiusAnswer> account(RadiusAttributes packet) {
        return take(packet).invoke(this::count).replaceWith(RadiusAnswer.DONE);
    }

    private Uni<String> take(RadiusAttributes packet) {
        var now = now();
        String type = packet.text("Acct-Status-Type").orElse("");
        if (type.equals("Accounting-On") || type.equals("Accounting-Off")) {
            return store.reset(Nas.of(packet), AccountingPacket.eventAt(packet, now), now)
                    .replaceWith("nas_reset");
        }
        return AccountingPacket.of(packet, now)
                .map(session -> decide(session, now, MOST_DECISIONS).map(Accounted::outcome))
                .orElse(Uni.createFrom().item("ignored"));
    }

    /** Answers where the packet came in, wherever its batch was stored. */
    private Uni<Accounted> store(AccountingPacket packet, Instant now) {
        var context = Objects.requireNonNull(Vertx.currentContext(), "needs a Vert.x context");
        return batches.account(packet, now).emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    /**
     * Stores the packet, and changes the session's speed if that is to change. When another packet's decision came in between, this
     * one is made anew: storing the same packet again adds no use, and answers what holds now. When it fails, the packet is not
     * acknowledged, and its repetition decides.
     */
    private Uni<Accounted> decide(AccountingPacket packet, Instant now, int decisions) {
        return store(packet, now)
                .flatMap(accounted -> changeSpeed(accounted, now)
                        .flatMap(settled -> settled || decisions == 1
                                ? Uni.createFrom().item(accounted)
                                : decide(packet, now, decisions - 1)));
    }

    /** Whether the router knows, or will be told. */
    private Uni<Boolean> changeSpeed(Accounted accounted, Instant now) {
        if (accounted.session() == null) {
            return Uni.createFrom().item(true);
        }
        return speeds.at(accounted.speed(), now)
                .flatMap(speed -> speed.equals(accounted.told()) && !accounted.resumed()
                        ? Uni.createFrom().item(true)
                        : store.changeSpeed(accounted.session(), accounted.told(), speed, now));
    }

    private void count(String outcome) {
        meters.counter("skytill.radius.accounting", "outcome", outcome.toLowerCase(Locale.ROOT))
                .increment();
    }

    /** As exact as PostgreSQL keeps it, so that what comes back compares. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
