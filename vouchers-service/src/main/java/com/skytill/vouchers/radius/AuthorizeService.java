package com.skytill.vouchers.radius;

import com.skytill.vouchers.account.AccountPasswords;
import com.skytill.vouchers.session.SessionConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Decides logins: one round trip to the database each, two for an account that proves its password by CHAP. */
@Singleton
final class AuthorizeService {

    private final RadiusStore store;
    private final AccountPasswords passwords;
    private final SpeedDecision speeds;
    private final SessionConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    AuthorizeService(
            RadiusStore store,
            AccountPasswords passwords,
            SpeedDecision speeds,
            SessionConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.speeds = speeds;
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
        var keys = LoginKeys.of(packet.text("User-Name").orElseThrow());
        var presented = PresentedPassword.of(packet, userName.get());
        var voucher = VoucherPassword.spelling(presented, userName.get());
        String mac = presented instanceof PresentedPassword.Pap pap ? passwords.mac(pap.text()) : null;
        var attempt = new LoginAttempt(keys, voucher.isPresent(), mac, null);
        var nas = Nas.of(packet);
        var now = now();
        return store.login(attempt, nas, now)
                .flatMap(login -> login.outcome() == LoginOutcome.VERIFY
                        ? verify(attempt, login.sealedPassword(), presented, nas, now)
                        : Uni.createFrom().item(login))
                .flatMap(login -> answer(login, presented, voucher.orElse(null), now));
    }

    /** Compares what the database can't: a hashed password, or one whose digest was made with a key of before. */
    private Uni<Login> verify(LoginAttempt attempt, String sealed, PresentedPassword presented, Nas nas, Instant now) {
        return presented.fits(passwords.open(sealed))
                ? store.login(attempt.verifiedWith(sealed), nas, now)
                : Uni.createFrom().item(Login.refused(LoginOutcome.WRONG_PASSWORD, null));
    }

    private Uni<RadiusAnswer> answer(Login login, PresentedPassword presented, String voucherSpelling, Instant now) {
        if (login.outcome() != LoginOutcome.ACCEPTED) {
            // A password that was changed in between fits no more.
            return Uni.createFrom()
                    .item(refuse(
                            login.outcome() == LoginOutcome.VERIFY ? LoginOutcome.WRONG_PASSWORD : login.outcome()));
        }
        String cleartext = login.sealedPassword() == null ? voucherSpelling : cleartext(presented, login);
        return speeds.at(login.speed(), now)
                .call(speed -> speed.equals(login.speed().full())
                        ? Uni.createFrom().voidItem()
                        : store.tell(login.reference(), speed))
                .map(speed -> {
                    count(login.outcome());
                    return RadiusAnswer.accept(AcceptReply.of(login, cleartext, speed, config, now));
                });
    }

    private String cleartext(PresentedPassword presented, Login login) {
        return presented instanceof PresentedPassword.Pap pap ? pap.text() : passwords.open(login.sealedPassword());
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
