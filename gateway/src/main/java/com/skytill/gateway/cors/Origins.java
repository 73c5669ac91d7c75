package com.skytill.gateway.cors;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** A list of origins (RFC 6454), each compared as a whole: no pattern, and so no pattern that matches too much. */
record Origins(Set<String> allowed) {

    Origins {
        allowed = Set.copyOf(allowed);
        allowed.forEach(Origins::check);
    }

    boolean contains(String origin) {
        return allowed.contains(origin);
    }

    boolean isEmpty() {
        return allowed.isEmpty();
    }

    private static void check(String origin) {
        if (!isOrigin(origin)) {
            throw new IllegalArgumentException("skytill.gateway.cors.origins: " + origin
                    + " is no origin; one is a scheme, a host and a port unless it is the usual one,"
                    + " in small letters, as https://app.example.org");
        }
    }

    private static boolean isOrigin(String text) {
        try {
            var uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            // As browsers write it: anything else would never match.
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return web
                    && uri.getHost() != null
                    && text.equals(uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
