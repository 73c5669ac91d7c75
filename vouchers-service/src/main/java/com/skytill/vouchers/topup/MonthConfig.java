package com.skytill.vouchers.topup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How calendar months are closed. */
@ConfigMapping(prefix = "skytill.month")
public interface MonthConfig {

    /** How long after a month's end the months of idle accounts are closed: packets of the month that are late come first. */
    @WithDefault("PT1H")
    Duration closeAfter();

    /** How often it is looked whether there are any. */
    @WithDefault("PT1M")
    Duration lookEvery();
}
