package com.skytill.gateway.stub;

import java.util.concurrent.atomic.AtomicInteger;

/** Makes tokens that nobody used before; {@link AuthStub} reads their kind off their name. */
public final class Tokens {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Tokens() {}

    /** A new token of that kind. */
    public static String of(String kind) {
        return "sk_" + kind + "-" + COUNT.incrementAndGet();
    }

    /** A new token of that kind, which that OAuth client uses. */
    public static String of(String kind, String client) {
        return of(kind) + "." + client;
    }

    /** A new token that may do everything with RADIUS. */
    public static String radius() {
        return of("radius");
    }
}
