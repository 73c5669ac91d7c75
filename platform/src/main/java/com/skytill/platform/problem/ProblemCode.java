package com.skytill.platform.problem;

import java.util.Locale;

/** Every error that the API answers, so that a caller can act on a code rather than on a sentence. */
public enum ProblemCode {
    INVALID_REQUEST(400, "The request is malformed"),
    MISSING_PARAMETER(400, "A mandatory parameter is missing"),
    INVALID_PARAMETER(400, "A parameter's value can't be used"),
    UNKNOWN_PARAMETER(400, "The operation has no such parameter"),
    DUPLICATE_PARAMETER(400, "A parameter was given more than once"),
    INVALID_TOKEN(401, "The access token is missing, unknown, expired or revoked"),
    INSUFFICIENT_PERMISSION(403, "The user lacks the permission"),
    INSUFFICIENT_SCOPE(403, "The token's scope does not cover the operation"),
    NOT_FOUND(404, "There is no such entity"),
    UNKNOWN_OPERATION(404, "There is no such operation"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    ALREADY_EXISTS(409, "Another entity has that value already"),
    ILLEGAL_STATE(409, "The entity's state does not allow it"),
    ALREADY_DECIDED(409, "The update was decided before"),
    IDEMPOTENCY_KEY_IN_USE(409, "A request with the same idempotency key is still running"),
    PAYLOAD_TOO_LARGE(413, "The request's body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used with other parameters"),
    RULE_VIOLATED(422, "A rule of the domain forbids it"),
    RATE_LIMITED(429, "Too many requests"),
    INTERNAL_ERROR(500, "The fault is ours"),
    UPSTREAM_FAILED(502, "A service behind the API failed"),
    UPSTREAM_UNAVAILABLE(503, "A service behind the API can't be reached now"),
    UPSTREAM_TIMEOUT(504, "A service behind the API did not answer in time");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The code as callers see it: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status that carries it. */
    public int status() {
        return status;
    }

    /** What it means, in a few words that never vary (RFC 9457 §3.1.3). */
    public String title() {
        return title;
    }
}
