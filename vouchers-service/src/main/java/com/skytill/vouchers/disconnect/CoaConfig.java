package com.skytill.vouchers.disconnect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** How routers are told to end sessions and to change their speed. */
@ConfigMapping(prefix = "skytill.coa")
interface CoaConfig {

    /** How often each replica looks for what is due, beside hearing of it; read by {@link OutboxJob}'s schedule. */
    @WithDefault("PT1S")
    Duration lookEvery();

    /** Signs what is sent to routers that have no coa_secret of their own. */
    Optional<String> secret();

    /** How long the first transmission of a request waits for its answer; each further one waits twice as long. */
    @WithDefault("PT1S")
    Duration firstTimeout();

    /** How often the same bytes are sent before a request counts as unanswered. */
    @WithDefault("3")
    int transmissions();

    /** How long an ACK is given to be followed by the session's Stop, before the request is made anew. */
    @WithDefault("PT30S")
    Duration confirmWithin();

    /** How long to wait after the first failed request; each further one waits twice as long. */
    @WithDefault("PT5S")
    Duration firstBackoff();

    /** The longest wait between two requests for one session. */
    @WithDefault("PT5M")
    Duration longestBackoff();

    /** How long all transmissions of one request take at the most. */
    default Duration patience() {
        return firstTimeout().multipliedBy((1L << transmissions()) - 1);
    }
}
