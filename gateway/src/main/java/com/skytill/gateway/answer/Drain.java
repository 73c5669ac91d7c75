package com.skytill.gateway.answer;

import io.vertx.core.http.HttpServerRequest;

/**
 * Reads the rest of a body that nobody wants, so that the caller gets to read the answer instead of a reset
 * connection (RFC 9112 §9.6), but no more of it than an ordinary request has.
 */
final class Drain {

    private static final int MOST_BYTES = 1024 * 1024;

    private final HttpServerRequest request;
    private long read;

    private Drain(HttpServerRequest request) {
        this.request = request;
    }

    static void of(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var drain = new Drain(request);
        request.exceptionHandler(gone -> {});
        request.handler(bytes -> drain.count(bytes.length()));
        request.resume();
    }

    private void count(int bytes) {
        read += bytes;
        if (read > MOST_BYTES) {
            Answers.breakOff(request);
        }
    }
}
