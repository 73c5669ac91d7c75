package com.skytill.products.fup;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Duration;
import java.util.List;

/** A speed limit policy as answers show it, also within the products that have it. For Jackson. */
@RegisterForReflection
public record FupSpeedLimitPolicyView(
        long fupSpeedLimitPolicyId, String name, Duration window, List<FupTierView> tiers) {

    public FupSpeedLimitPolicyView {
        tiers = List.copyOf(tiers);
    }

    static FupSpeedLimitPolicyView of(SpeedLimitPolicy policy) {
        return new FupSpeedLimitPolicyView(
                policy.policyId,
                policy.name,
                Duration.ofSeconds(policy.windowSeconds),
                policy.steps().steps().stream().map(FupTierView::of).toList());
    }
}
