package com.skytill.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long tokens live. */
@ConfigMapping(prefix = "skytill.tokens")
interface TokenConfig {

    /** An opaque access token. */
    @WithDefault("PT1H")
    Duration accessTokenLifetime();

    /** A refresh token that is not used; each use gives a new one. */
    @WithDefault("P30D")
    Duration refreshTokenLifetime();

    /** The signed token that services see; a revoked token's holder is out long before, by the gateway's cache. */
    @WithDefault("PT5M")
    Duration phantomTokenLifetime();
}
