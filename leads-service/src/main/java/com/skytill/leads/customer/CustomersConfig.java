package com.skytill.leads.customer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;

/** How customers-service is called. */
@ConfigMapping(prefix = "skytill.customers")
interface CustomersConfig {

    /** Where it is: scheme, host and port. */
    URI url();

    /** What one operation may wait for it in all: its caller has an answer within three seconds, whatever it does. */
    @WithDefault("PT2.5S")
    Duration patience();

    /** For a connection. */
    @WithDefault("PT1S")
    Duration connectTimeout();

    /** Calls at once: each holds a connection to the database, of which others need some too. */
    @WithDefault("10")
    int atOnce();
}
