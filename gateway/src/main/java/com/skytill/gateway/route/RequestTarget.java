package com.skytill.gateway.route;

import com.skytill.gateway.answer.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Refuses requests whose target two readers could take differently (RFC 9112 §3.2). */
final class RequestTarget {

    private RequestTarget() {}

    static void check(HttpServerRequest request) {
        int hosts = request.headers().getAll("Host").size();
        if (hosts > 1 || (hosts == 0 && request.version() == HttpVersion.HTTP_1_1)) {
            throw Refusal.malformed("A request has one Host");
        }
        String uri = request.uri();
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= 0x20 || c >= 0x7f || c == '#') {
                throw Refusal.malformed("The address must be percent-encoded");
            }
        }
    }
}
