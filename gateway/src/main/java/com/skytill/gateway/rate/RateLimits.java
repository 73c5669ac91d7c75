package com.skytill.gateway.rate;

import com.github.benmanes.caffeine.cache.Ticker;
import com.skytill.gateway.caller.Callers;
import io.vertx.core.http.HttpServerRequest;

import jakarta.inject.Singleton;

import java.util.Objects;

/**
 * Counts requests: by client once a good token has shown who it is, by address until then. A replica counts alone, so
 * that no request waits for a shared store.
 */
@Singleton
public final class RateLimits {

    private final Buckets clients;
    private final Buckets addresses;
    private final Callers callers;

    RateLimits(RateConfig config, Ticker ticker, Callers callers) {
        var ofAddress = new Limit(config.addressPerSecond(), config.addressBurst());
        // A wrong override fails the start, not its client's first request.
        Limit.ofClient(config, "");
        config.clients().keySet().forEach(clientId -> Limit.ofClient(config, clientId));
        this.clients = new Buckets(config.remembered(), ticker, clientId -> Limit.ofClient(config, clientId));
        this.addresses = new Buckets(config.remembered(), ticker, address -> ofAddress);
        this.callers = callers;
    }

    /** Counts a request of that client, null for one that its token does not name; refused with 429 beyond its limit. */
    public void countClient(String clientId, HttpServerRequest request) {
        clients.of(Objects.requireNonNullElse(clientId, "")).draw(request.response());
    }

    /**
     * Counts a request that has shown no good token so far against its address; refused with 429 beyond the limit. To
     * be run when the request turns out not to be the address's but a client's: the returned action takes it back.
     */
    public Runnable countAddress(HttpServerRequest request) {
        var tap = addresses.of(AddressKey.of(callers.address(request)));
        tap.draw(request.response());
        return tap::giveBack;
    }
}
