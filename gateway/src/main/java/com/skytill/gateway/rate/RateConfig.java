package com.skytill.gateway.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.Map;
import java.util.OptionalInt;

/** The rates that are allowed, each for one replica: a client that is spread over three gets three times as much. */
@ConfigMapping(prefix = "skytill.gateway.rate")
interface RateConfig {

    /** Requests a second of one OAuth client in the long run; 0: any number. */
    @WithDefault("200")
    int clientPerSecond();

    /** Requests that a client may send at once after a pause: imports and reports come in bursts. */
    @WithDefault("1000")
    int clientBurst();

    /** Clients with limits of their own, by client ID. */
    Map<String, Client> clients();

    /** Requests a second from one address without a good token; 0: any number. A whole office may share an address. */
    @WithDefault("50")
    int addressPerSecond();

    /** Requests without a good token that an address may send at once after a pause. */
    @WithDefault("500")
    int addressBurst();

    /** How many clients and how many addresses are remembered: some 300 bytes each. */
    @WithDefault("20000")
    int remembered();

    /** One client's own limits. */
    interface Client {

        /** As {@link RateConfig#clientPerSecond()}; absent: that one. */
        OptionalInt perSecond();

        /** As {@link RateConfig#clientBurst()}; absent: five seconds' worth. */
        OptionalInt burst();
    }
}
