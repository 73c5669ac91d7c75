package com.skytill.gateway.token;

import com.skytill.gateway.answer.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import java.util.List;

/** The token in the Authorization header (RFC 6750 §2.1). */
public final class HeaderToken {

    private static final String SCHEME = "Bearer ";

    private HeaderToken() {}

    /** The header's token; null when there is no such header. Another scheme, or a second header, is refused. */
    public static String of(MultiMap headers) {
        List<String> values = headers.getAll(HttpHeaders.AUTHORIZATION);
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw Refusal.ambiguousToken("There is more than one Authorization header");
        }
        String value = values.getFirst();
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Refusal.noToken();
        }
        return value.substring(SCHEME.length()).strip();
    }
}
