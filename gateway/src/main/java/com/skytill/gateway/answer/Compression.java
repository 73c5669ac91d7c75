package com.skytill.gateway.answer;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import jakarta.inject.Singleton;

/**
 * Decides which answers the server compresses: texts that are long enough, and never pages of the sign-in, whose length
 * could tell a secret to whoever may choose a part of them (the BREACH attack).
 */
@Singleton
public final class Compression {

    private static final int PARTIAL_CONTENT = 206;

    private final boolean enabled;
    private final long smallest;

    Compression(CompressionConfig config) {
        this.enabled = config.enabled();
        this.smallest = config.smallest().asLongValue();
    }

    /** Leaves it to the server to compress that answer, whose headers are set, if it is worth it; length -1: unknown. */
    public void allow(HttpServerRequest request, long length) {
        if (!enabled) {
            return;
        }
        var headers = request.response().headers();
        boolean longEnough = length < 0 || length >= smallest;
        boolean whole = request.response().getStatusCode() != PARTIAL_CONTENT;
        if (longEnough && whole && isText(headers.get(HttpHeaders.CONTENT_TYPE))) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        } else {
            forbid(request);
        }
    }

    /** Keeps the server from compressing that answer. */
    public void forbid(HttpServerRequest request) {
        var headers = request.response().headers();
        // What is encoded already the server leaves alone, as it does an answer that nobody wants encoded.
        if (enabled
                && request.headers().contains(HttpHeaders.ACCEPT_ENCODING)
                && !headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
    }

    private static boolean isText(String contentType) {
        return contentType != null
                && (contentType.startsWith("application/json")
                        || contentType.startsWith("application/problem+json")
                        || contentType.startsWith("application/openapi+json")
                        || contentType.startsWith("application/xml")
                        || contentType.startsWith("application/javascript")
                        || contentType.startsWith("image/svg+xml")
                        || contentType.startsWith("text/"));
    }
}
