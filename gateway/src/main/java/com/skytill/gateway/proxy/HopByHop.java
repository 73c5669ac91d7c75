package com.skytill.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The headers that concern one connection only (RFC 9110 §7.6.1), those that Connection nominates included. */
final class HopByHop {

    /** The known ones, in lower case. */
    static final Set<String> NAMES = Set.of(
            "connection",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private HopByHop() {}

    /** The names that the Connection headers nominate, in lower case. */
    static Set<String> nominated(MultiMap headers) {
        List<String> connections = headers.getAll(HttpHeaders.CONNECTION);
        if (connections.isEmpty() || (connections.size() == 1 && isPlain(connections.getFirst()))) {
            return Set.of();
        }
        var names = new HashSet<String>();
        for (String connection : connections) {
            for (String name : connection.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static boolean isPlain(String connection) {
        return connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close");
    }
}
