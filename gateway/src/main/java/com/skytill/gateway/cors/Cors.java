package com.skytill.gateway.cors;

import com.skytill.gateway.answer.Answers;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import jakarta.inject.Singleton;

import java.util.Set;

/**
 * Tells browsers whose pages may read an answer (Fetch standard, CORS protocol). Without credentials: the API takes
 * tokens, and no page elsewhere has any business with a session's cookie.
 */
@Singleton
public final class Cors {

    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final String METHODS = "GET, HEAD, POST";
    private static final String HEADERS = "Authorization, Content-Type, Idempotency-Key, X-Request-Id";
    private static final String EXPOSED = "Idempotency-Replayed, Retry-After, RateLimit-Limit, RateLimit-Remaining,"
            + " RateLimit-Reset, X-Request-Id, WWW-Authenticate";
    // Longer than this Chromium does not keep it anyway.
    private static final String MAX_AGE_SECONDS = "7200";

    private final Origins origins;

    Cors(CorsConfig config) {
        this.origins = new Origins(config.origins().orElse(Set.of()));
    }

    /** Marks the answer to that request for the origin that it comes from, when that is a named one. */
    public void mark(HttpServerRequest request) {
        if (origins.isEmpty()) {
            return;
        }
        var headers = request.response().headers();
        // Whoever caches the answer must not show it to another origin.
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (isNamed(request)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.getHeader(HttpHeaders.ORIGIN));
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    /** Whether that request only asks, for a named origin, what another one may be. */
    public boolean isPreflight(HttpServerRequest request) {
        return HttpMethod.OPTIONS.equals(request.method())
                && request.headers().contains(REQUEST_METHOD)
                && isNamed(request);
    }

    /** Answers a preflight: nothing behind the gateway is asked. */
    public void answer(HttpServerRequest request) {
        request.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
                .end();
        Answers.discard(request);
    }

    private boolean isNamed(HttpServerRequest request) {
        var given = request.headers().getAll(HttpHeaders.ORIGIN);
        return given.size() == 1 && origins.contains(given.getFirst());
    }
}
