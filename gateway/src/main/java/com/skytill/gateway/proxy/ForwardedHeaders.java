package com.skytill.gateway.proxy;

import com.skytill.gateway.caller.Callers;
import com.skytill.gateway.text.Alphabet;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

import jakarta.inject.Singleton;

/** Tells the services who called, by which scheme and host (RFC 7239, and its older X-Forwarded-* kin). */
@Singleton
final class ForwardedHeaders {

    private static final String FOR = "x-forwarded-for";
    private static final String PROTO = "x-forwarded-proto";
    private static final String HOST = "x-forwarded-host";
    private static final String FORWARDED = "forwarded";
    /** The caller alone, whatever proxies stand between: auth-service slows guessing down by it. */
    private static final String CLIENT_ADDRESS = "x-client-address";

    private static final Alphabet HOST_VALUE = Alphabet.lettersDigitsAnd(".:[]_-");
    private static final int LONGEST_HOST = 255;

    private final Callers callers;

    ForwardedHeaders(Callers callers) {
        this.callers = callers;
    }

    void set(HttpServerRequest request, MultiMap to) {
        String peer = request.remoteAddress().hostAddress();
        var from = request.headers();
        boolean believed = callers.isThroughProxy(request);
        String proto = believed && isProto(from.get(PROTO)) ? from.get(PROTO) : request.scheme();
        String host = believed && isHost(from.get(HOST)) ? from.get(HOST) : host(request);
        to.set(CLIENT_ADDRESS, callers.address(request));
        to.set(FOR, believed ? appended(from, FOR, peer) : peer);
        to.set(PROTO, proto);
        to.set(FORWARDED, element(from, believed, peer, host, proto));
        if (host != null) {
            to.set(HOST, host);
        }
    }

    private static String element(MultiMap from, boolean believed, String peer, String host, String proto) {
        String node = peer.indexOf(':') >= 0 ? "\"[" + peer + "]\"" : peer;
        String mine = "for=" + node + (host == null ? "" : ";host=\"" + host + "\"") + ";proto=" + proto;
        return believed ? appended(from, FORWARDED, mine) : mine;
    }

    private static String appended(MultiMap from, String name, String value) {
        var values = from.getAll(name);
        return values.isEmpty() ? value : String.join(", ", values) + ", " + value;
    }

    private static boolean isProto(String value) {
        return "http".equals(value) || "https".equals(value);
    }

    private static String host(HttpServerRequest request) {
        // HTTP/2 has it as a pseudo-header.
        var authority = request.version() == HttpVersion.HTTP_2 ? request.authority() : null;
        String host = authority == null ? request.getHeader("Host") : authority.toString();
        return isHost(host) ? host : null;
    }

    private static boolean isHost(String value) {
        return value != null && !value.isEmpty() && value.length() <= LONGEST_HOST && HOST_VALUE.spells(value);
    }
}
