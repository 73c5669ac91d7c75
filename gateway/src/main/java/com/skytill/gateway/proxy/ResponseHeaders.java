package com.skytill.gateway.proxy;

import io.vertx.core.MultiMap;

import java.util.Locale;
import java.util.Map;

/** Which of a service's headers go back to the caller. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    static void copy(MultiMap from, MultiMap to, boolean direct) {
        var nominated = HopByHop.nominated(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (passes(name, direct) && !nominated.contains(name)) {
                to.add(name, header.getValue());
            }
        }
        if (!direct) {
            // RFC 6750 §2.3: the answer to a request with its token in the URL must not be kept; none of ours is.
            to.set("cache-control", "no-store");
        }
    }

    private static boolean passes(String name, boolean direct) {
        return switch (name) {
            // The ID is ours, whatever a service echoes.
            case "x-request-id", "server", "via" -> false;
            // The API knows no cookies, in either direction.
            case "set-cookie" -> direct;
            // Who may read an answer is decided in one place, and counted in one.
            default ->
                !HopByHop.NAMES.contains(name) && !name.startsWith("access-control-") && !name.startsWith("ratelimit-");
        };
    }
}
