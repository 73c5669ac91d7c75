package com.skytill.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

import java.net.URI;
import java.util.Map;

/** Where the services are. */
@ConfigMapping(prefix = "skytill.services")
interface ServicesConfig {

    /** The services by name. */
    @WithParentName
    Map<String, Service> services();

    /** One service. */
    interface Service {

        /** Scheme, host and port, without a path. */
        URI url();
    }
}
