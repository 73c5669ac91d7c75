package com.skytill.auth.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of the suite as OAuth clients. */
@ConfigMapping(prefix = "skytill.internal-clients")
interface InternalClientsConfig {

    /** By client ID. */
    @WithParentName
    Map<String, InternalClient> clients();

    /** One service. */
    interface InternalClient {

        /** 256 random bits, of at least 32 characters; without it the client can't be used. */
        Optional<String> secret();

        /** What it may do on its own behalf. */
        Optional<List<String>> permissions();

        /** Whether it may ask what a token is. */
        @WithDefault("false")
        boolean introspects();
    }
}
