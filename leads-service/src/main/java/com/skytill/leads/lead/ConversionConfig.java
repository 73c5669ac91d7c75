package com.skytill.leads.lead;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** When a conversion that failed may be begun anew. */
@ConfigMapping(prefix = "skytill.conversion")
interface ConversionConfig {

    /**
     * After so long a call to customers-service has ended there, with or without a customer: longer than it waits for its
     * locks (25 s) and for an idempotency key (5 s).
     */
    @WithDefault("PT1M")
    Duration settledAfter();
}
