package com.skytill.platform.update;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long an idempotency key is remembered and waited for. */
@ConfigMapping(prefix = "skytill.idempotency")
interface LedgerConfig {

    /** For so long the same key gets the first answer again. */
    @WithDefault("PT24H")
    Duration remembered();

    /** A request waits so long for an earlier one of the same key before it is told that the key is in use. */
    @WithDefault("PT5S")
    Duration patience();
}
