package com.skytill.gateway.caller;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;

import jakarta.inject.Singleton;

import java.util.List;

/** Knows where a request comes from: the peer, or whom the named proxies saw, and nobody else's word. */
@Singleton
public final class Callers {

    private static final String FOR = "x-forwarded-for";

    private final List<AddressBlock> trusted;

    Callers(ForwardedConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream()
                .map(AddressBlock::parse)
                .toList();
    }

    /** Whether the peer of that request is one of the named proxies, whose forwarded headers count. */
    public boolean isThroughProxy(HttpServerRequest request) {
        return !trusted.isEmpty() && isTrusted(request.remoteAddress().hostAddress());
    }

    /**
     * The caller's address. Behind named proxies: the last one in X-Forwarded-For that is none of them, for whatever
     * stands before it was written by the caller.
     */
    public String address(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        if (trusted.isEmpty() || !isTrusted(peer)) {
            return peer;
        }
        String nearest = peer;
        String[] seen = String.join(",", request.headers().getAll(FOR)).split(",", -1);
        for (int i = seen.length - 1; i >= 0; i--) {
            String address = seen[i].strip();
            if (NetUtil.createByteArrayFromIpAddressString(address) == null) {
                return nearest;
            }
            nearest = address;
            if (!isTrusted(address)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean isTrusted(String peer) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(peer);
        return address != null && trusted.stream().anyMatch(block -> block.contains(address));
    }
}
