package com.skytill.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether requests are logged. */
@ConfigMapping(prefix = "skytill.gateway.access-log")
interface AccessConfig {

    /** One line of JSON for each request; off where something in front of the gateway logs already. */
    @WithDefault("true")
    boolean enabled();
}
