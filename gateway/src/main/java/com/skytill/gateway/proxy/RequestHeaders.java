package com.skytill.gateway.proxy;

import com.skytill.gateway.answer.RequestIds;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of a caller's headers go upstream. */
final class RequestHeaders {

    /** Made anew by us: framing, addresses, the ID. */
    private static final Set<String> OURS = Set.of(
            "content-length",
            "expect",
            "forwarded",
            "host",
            "x-request-id",
            "x-real-ip",
            "x-original-url",
            "x-rewrite-url");

    private static final Set<String> ALWAYS = union(HopByHop.NAMES, OURS);

    /** Authorization is replaced, the API takes no cookie, and a Referer may show the address that had a token in it. */
    private static final Set<String> FROM_API_CALLERS = union(ALWAYS, Set.of("authorization", "cookie", "referer"));

    private static final String COOKIE = "cookie";
    private static final String FORWARDED = "x-forwarded-";

    private RequestHeaders() {}

    static void copy(MultiMap from, MultiMap to, Passage passage) {
        var nominated = HopByHop.nominated(from);
        var dropped = passage.authorization() == null ? ALWAYS : FROM_API_CALLERS;
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!dropped.contains(name) && !name.startsWith(FORWARDED) && !nominated.contains(name)) {
                add(to, name, header.getValue());
            }
        }
        if (passage.authorization() != null) {
            to.set(HttpHeaders.AUTHORIZATION, passage.authorization());
        }
        to.set(RequestIds.HEADER, passage.requestId());
    }

    private static void add(MultiMap to, String name, String value) {
        if (name.equals(COOKIE) && to.contains(COOKIE)) {
            // HTTP/2 may bring it in crumbs, HTTP/1 must not (RFC 9113 §8.2.3).
            to.set(COOKIE, to.get(COOKIE) + "; " + value);
        } else {
            to.add(name, value);
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
