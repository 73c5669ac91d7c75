package com.skytill.vouchers.speed;

import java.time.Duration;
import java.util.List;

/**
 * A fair-use policy that slows down who uses much (domain rules: FUP).
 *
 * @param window over how long use is counted, rolling
 * @param tiers in any order
 */
public record SpeedLimitPolicy(Duration window, List<SpeedTier> tiers) {

    public SpeedLimitPolicy {
        tiers = List.copyOf(tiers);
    }

    /**
     * What the highest tier passed slows down to; unlimited when none is.
     *
     * @param full the product's speed, which percent speeds are of
     * @param capBytes the product's cap, which percent thresholds are of; without one they are never passed
     */
    Speed speedAfter(long windowBytes, Speed full, Long capBytes) {
        SpeedTier highest = null;
        for (var tier : tiers) {
            boolean passed = tier.thresholdBytes(capBytes) <= windowBytes;
            if (passed && (highest == null || tier.thresholdBytes(capBytes) > highest.thresholdBytes(capBytes))) {
                highest = tier;
            }
        }
        return highest == null ? Speed.UNLIMITED : highest.speed(full);
    }
}
