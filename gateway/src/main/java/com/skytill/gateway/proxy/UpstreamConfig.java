package com.skytill.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How the gateway talks to the services. */
@ConfigMapping(prefix = "skytill.gateway.upstream")
interface UpstreamConfig {

    /** For a connection, waiting for a free one included: a burst may wait a little, many seconds mean trouble (504). */
    @WithDefault("10s")
    Duration connectTimeout();

    /** Without a byte in either direction: the slowest answers are reports and imports (504). */
    @WithDefault("60s")
    Duration idleTimeout();

    /** How long an unused connection is kept: shorter than the services keep theirs, so that few are found dead. */
    @WithDefault("30s")
    Duration keepAlive();

    /** Connections to one service at most, for each event loop (two a core); a slow service takes no other's. */
    @WithDefault("64")
    int connections();

    /** Requests that may wait for a connection to one service, for each event loop; more are answered 503. */
    @WithDefault("256")
    int waiting();

    /** Failures to connect to a service, one after the other, after which it is put aside; its callers get 503 at once. */
    @WithDefault("5")
    int failures();

    /** How long it is put aside at first; each time that it is still away doubles that. */
    @WithDefault("500ms")
    Duration aside();

    /** How long it is put aside at most: a restarted service is found soon. */
    @WithDefault("8s")
    Duration longestAside();
}
