package com.skytill.vouchers.radius;

import com.skytill.vouchers.session.SessionConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Decides logins: one round trip to the database each. */
@Singleton
final class AuthorizeService {

    private final RadiusStore store;
    private final SessionConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    AuthorizeService(RadiusStore store, SessionConfig config, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    Uni<RadiusAnswer> authorize(RadiusAttributes packet) {
        var userName = packet.exactText("User-Name")
                .filter(name -> packet.text("User-Name").isPresent());
        if (userName.isEmpty()) {
            return Uni.createFrom().item(refuse(LoginOutcome.UNKNOWN));
        }
        var password = VoucherPassword.of(packet, userName.get());
        boolean fits = !(password instanceof VoucherPassword.Differs);
        var keys = LoginKeys.of(packet.text("User-Name").orElseThrow());
        var now = now();
        return store.authorize(keys, fits, Nas.of(packet), now).map(login -> {
            if (login.outcome() != LoginOutcome.ACCEPTED) {
                return refuse(login.outcome());
            }
            count(login.outcome());
            return RadiusAnswer.accept(AcceptReply.of(login, password, config, now));
        });
    }

    /** FreeRADIUS refused what was accepted here: the claim goes back. */
    Uni<RadiusAnswer> postAuth(RadiusAttributes packet, String result) {
        var reference = SessionReference.in(packet);
        if (reference.isEmpty() || !"Access-Reject".equals(result)) {
            return Uni.createFrom().item(RadiusAnswer.DONE);
        }
        count(LoginOutcome.WRONG_PASSWORD);
        return store.giveBack(reference.get(), now()).replaceWith(RadiusAnswer.DONE);
    }

    private RadiusAnswer refuse(LoginOutcome outcome) {
        count(outcome);
        return RadiusAnswer.reject(outcome.message());
    }

    private void count(LoginOutcome outcome) {
        meters.counter("skytill.radius.logins", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** As exact as PostgreSQL keeps it, so that what comes back compares. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
