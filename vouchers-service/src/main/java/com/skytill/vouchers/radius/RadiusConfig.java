package com.skytill.vouchers.radius;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What FreeRADIUS and this service agree on. */
@ConfigMapping(prefix = "skytill.radius")
interface RadiusConfig {

    /** The bearer token that FreeRADIUS sends to {@code /radius/*}. No default: without it the service does not start. */
    String apiToken();

    /** How long the database may take for one packet: less than FreeRADIUS waits for us. */
    @WithDefault("PT2.5S")
    Duration patience();

    /** How many accounting packets share a transaction at the most. */
    @WithDefault("64")
    int accountingBatch();

    /** How many such transactions run at the same time at the most: the fewer, the more packets share one. */
    @WithDefault("2")
    int accountingBatchesAtOnce();
}
