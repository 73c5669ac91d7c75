package com.skytill.gateway.token;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.arc.DefaultBean;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.Clock;

/** Brings time and chance from outside, so that tests can bring their own. */
final class Times {

    /** The wall clock, for the tokens' own expiry. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @DefaultBean
    SecureRandom random() {
        return new SecureRandom();
    }

    /** The clock of the cache's ages: monotonic. */
    @Produces
    @Singleton
    @DefaultBean
    Ticker ticker() {
        return Ticker.systemTicker();
    }
}
