package com.skytill.vouchers.radius;

import com.skytill.vouchers.calendar.WispCalendar;
import com.skytill.vouchers.speed.PolicyCache;
import com.skytill.vouchers.speed.Speed;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Instant;

/** Decides how fast a session may be (domain rules: FUP), the same way at login and at each accounting update. */
@Singleton
final class SpeedDecision {

    private final PolicyCache policies;
    private final WispCalendar calendar;

    SpeedDecision(PolicyCache policies, WispCalendar calendar) {
        this.policies = policies;
        this.calendar = calendar;
    }

    Uni<Speed> at(SpeedBasis basis, Instant now) {
        return policies.terms(
                        basis.full(),
                        basis.capped(),
                        basis.dataCapBytes(),
                        basis.limitPolicyId(),
                        basis.boostPolicyId())
                .map(terms -> terms.speedAt(basis.usage(), now, calendar.zone()));
    }
}
