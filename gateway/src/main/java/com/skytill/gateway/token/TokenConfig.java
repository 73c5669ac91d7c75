package com.skytill.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long the gateway believes what auth-service said of a token. */
@ConfigMapping(prefix = "skytill.gateway.token")
interface TokenConfig {

    /**
     * How long a good token is believed, from the start of its introspection: a revoked one is refused after that. Below the ten
     * seconds that are promised, since a request may begin at the last moment and take its time.
     */
    @WithDefault("9s")
    Duration maxAge();

    /** How long a bad token is remembered: long enough to spare auth-service a flood of one, short for a new token's sake. */
    @WithDefault("1s")
    Duration refusedAge();

    /** How many tokens are remembered: some 3 kB each. */
    @WithDefault("10000")
    int remembered();

    /** How long auth-service may take; after that the caller gets 503. */
    @WithDefault("3s")
    Duration introspectionTimeout();

    /** How many tokens may be at auth-service at once; more are a flood, and answered 503. */
    @WithDefault("256")
    int introspectionsAtOnce();
}
