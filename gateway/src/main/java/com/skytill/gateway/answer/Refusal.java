package com.skytill.gateway.answer;

import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;

import java.util.Map;

/** A request that the gateway answers itself: the problem and the headers that belong to it. Without a stack trace. */
public final class Refusal extends RuntimeException {

    private static final String CHALLENGE = "Bearer realm=\"skytill\"";
    private static final String CONNECTION = "Connection";
    private static final String RETRY_AFTER = "Retry-After";
    private static final String AUTHENTICATE = "WWW-Authenticate";

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private Refusal(ProblemCode code, String detail, Map<String, String> headers) {
        super(code.code() + ": " + detail, null, false, false);
        this.problem = new Problem(code, detail);
        this.headers = headers;
    }

    /** A problem that needs no header of its own. */
    public static Refusal of(ProblemCode code, String detail) {
        return new Refusal(code, detail, Map.of());
    }

    /** A request that two readers could take differently: nothing after it on its connection is believed (RFC 9112 §11.2). */
    public static Refusal malformed(String detail) {
        return new Refusal(ProblemCode.INVALID_REQUEST, detail, Map.of(CONNECTION, "close"));
    }

    /** A request without a token: a challenge without an error code (RFC 6750 §3.1). */
    public static Refusal noToken() {
        return new Refusal(
                ProblemCode.INVALID_TOKEN,
                "This needs an access token, as \"Authorization: Bearer\" or as the parameter access_token",
                Map.of(AUTHENTICATE, CHALLENGE));
    }

    /** A token that is malformed, unknown, expired or revoked (RFC 6750 §3.1). */
    public static Refusal invalidToken(String detail) {
        return new Refusal(
                ProblemCode.INVALID_TOKEN, detail, Map.of(AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\""));
    }

    /** More than one token, or one in a way that is not allowed (RFC 6750 §3.1). */
    public static Refusal ambiguousToken(String detail) {
        return new Refusal(
                ProblemCode.INVALID_REQUEST, detail, Map.of(AUTHENTICATE, CHALLENGE + ", error=\"invalid_request\""));
    }

    /** A good token whose user lacks that permission. */
    public static Refusal lacks(String permission) {
        return new Refusal(
                ProblemCode.INSUFFICIENT_PERMISSION,
                "This needs the permission " + permission,
                Map.of(AUTHENTICATE, CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + permission + "\""));
    }

    /** A method that the address does not take (RFC 9110 §15.5.6). */
    public static Refusal method(String allow) {
        return new Refusal(
                ProblemCode.METHOD_NOT_ALLOWED, "This address takes " + allow + " only", Map.of("Allow", allow));
    }

    /** A caller that asks more often than it may; so many seconds later it may again (RFC 6585 §4). */
    public static Refusal rateLimited(long retryAfterSeconds) {
        return new Refusal(
                ProblemCode.RATE_LIMITED,
                "There were too many requests; the next one is taken in " + retryAfterSeconds + " s",
                Map.of(RETRY_AFTER, Long.toString(retryAfterSeconds)));
    }

    /** A service that can't be reached now; asking again after a second is worth it. */
    public static Refusal unavailable(String detail) {
        return unavailable(detail, 1);
    }

    /** A service that can't be reached now; asking again after so many seconds is worth it. */
    public static Refusal unavailable(String detail, long retryAfterSeconds) {
        return new Refusal(
                ProblemCode.UPSTREAM_UNAVAILABLE, detail, Map.of(RETRY_AFTER, Long.toString(retryAfterSeconds)));
    }

    /** What the caller is told. */
    public Problem problem() {
        return problem;
    }

    /** Whether the connection must be closed after the answer. */
    public boolean closes() {
        return headers.containsKey(CONNECTION);
    }

    /** The headers that the status asks for. */
    public Map<String, String> headers() {
        return headers;
    }
}
