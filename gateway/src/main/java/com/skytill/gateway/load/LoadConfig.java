package com.skytill.gateway.load;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What one replica takes on at once. */
@ConfigMapping(prefix = "skytill.gateway.load")
interface LoadConfig {

    /** Requests that are being answered at once; more are answered 503. A request holds some 20 kB beside its body. */
    @WithDefault("2000")
    int requests();

    /** Bytes of bodies that are held whole at once, to look for tokens in them; more are answered 503. */
    @WithDefault("64M")
    MemorySize bodies();
}
