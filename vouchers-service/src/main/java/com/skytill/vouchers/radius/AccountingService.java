package com.skytill.vouchers.radius;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Takes accounting packets. What was stored is acknowledged, and so is what can never be stored (counted): a router repeats for ever
 * what is not.
 */
@Singleton
final class AccountingService {

    private final RadiusStore store;
    private final MeterRegistry meters;
    private final Clock clock;

    AccountingService(RadiusStore store, MeterRegistry meters, Clock clock) {
        this.store = store;
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
                .map(session -> store.account(session, now))
                .orElse(Uni.createFrom().item("ignored"));
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
