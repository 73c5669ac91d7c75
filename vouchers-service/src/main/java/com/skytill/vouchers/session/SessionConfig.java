package com.skytill.vouchers.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.time.Period;

/** How sessions are watched. */
@ConfigMapping(prefix = "skytill.session")
public interface SessionConfig {

    /** How often routers are asked to report a session's counters (Acct-Interim-Interval, RFC 2869 §5.16). */
    @WithDefault("PT5M")
    Duration interimInterval();

    /** How long a session may move nothing before the router ends it (Idle-Timeout). */
    @WithDefault("PT10M")
    Duration idleTimeout();

    /** How long a login holds a device's place while no accounting follows. */
    @WithDefault("PT2M")
    Duration claimWindow();

    /** How long sessions and hours of usage are kept, by calendar months. */
    @WithDefault("P24M")
    Period retention();

    /** A session that was not heard from for so long is not online any more: three interim intervals. */
    default Duration liveWindow() {
        return interimInterval().multipliedBy(3);
    }
}
