package com.skytill.customers.helpdesk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How strict the WISP's helpdesk is. */
@ConfigMapping(prefix = "skytill.helpdesk")
interface HelpdeskConfig {

    /** Whether every change of a ticket must say why. */
    @WithDefault("false")
    boolean reasonRequired();
}
