package com.skytill.platform.operation;

import io.smallrye.mutiny.Multi;

import java.util.Map;

/**
 * An operation's answer, ready to send.
 *
 * @param status the HTTP status
 * @param body what is sent; null when that is made part by part
 * @param replayed whether it is the first answer to an idempotency key given again
 * @param headers its headers, the media type among them
 * @param parts what is sent, when it is too large to be held; null when there is a body
 */
public record OperationAnswer(
        int status, String body, boolean replayed, Map<String, String> headers, Multi<String> parts) {

    public OperationAnswer {
        headers = Map.copyOf(headers);
    }

    /** An answer with those headers. */
    public OperationAnswer(int status, String body, boolean replayed, Map<String, String> headers) {
        this(status, body, replayed, headers, null);
    }

    /** An answer of JSON. */
    public OperationAnswer(int status, String body, boolean replayed) {
        this(status, body, replayed, Map.of("Content-Type", "application/json"));
    }
}
