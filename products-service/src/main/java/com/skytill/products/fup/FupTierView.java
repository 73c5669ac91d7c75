package com.skytill.products.fup;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A tier as answers show it: of bytes and percent, and of kbit/s and percent, one is null. For Jackson. */
@RegisterForReflection
record FupTierView(
        Long thresholdBytes,
        Integer thresholdPercent,
        Integer downloadKbps,
        Integer downloadPercent,
        Integer uploadKbps,
        Integer uploadPercent) {

    static FupTierView of(Tier tier) {
        return new FupTierView(
                tier.threshold().bytes(),
                tier.threshold().percents(),
                tier.download().kbps(),
                tier.download().percents(),
                tier.upload().kbps(),
                tier.upload().percents());
    }
}
