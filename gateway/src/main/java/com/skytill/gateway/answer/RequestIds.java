package com.skytill.gateway.answer;

import com.skytill.gateway.text.Alphabet;
import io.vertx.core.http.HttpServerRequest;

import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Ties an answer to the log lines of all services: the caller's own ID when it is usable, else a new one. */
@Singleton
public final class RequestIds {

    /** The header that carries it, in, out and upstream. */
    public static final String HEADER = "X-Request-Id";

    private static final int LONGEST = 64;
    private static final Alphabet ALPHABET = Alphabet.lettersDigitsAnd("-_.");

    // A random prefix per process and a count: unique like a UUID, but without a draw from the kernel per request.
    private final String prefix;
    private final AtomicLong count = new AtomicLong();

    RequestIds(SecureRandom random) {
        this.prefix = HexFormat.of().toHexDigits(random.nextLong()) + "-";
    }

    /** The ID of that request, which its answer carries from now on. */
    public String assign(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        String id = given != null && isUsable(given) ? given : prefix + Long.toHexString(count.incrementAndGet());
        request.response().putHeader(HEADER, id);
        return id;
    }

    private static boolean isUsable(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && ALPHABET.spells(id);
    }
}
