package com.skytill.platform.operation;

import java.util.Map;

/**
 * An operation's answer, ready to send.
 *
 * @param status the HTTP status
 * @param body what is sent
 * @param replayed whether it is the first answer to an idempotency key given again
 * @param headers its headers, the media type among them
 */
public record OperationAnswer(int status, String body, boolean replayed, Map<String, String> headers) {

    public OperationAnswer {
        headers = Map.copyOf(headers);
    }

    /** An answer of JSON. */
    public OperationAnswer(int status, String body, boolean replayed) {
        this(status, body, replayed, Map.of("Content-Type", "application/json"));
    }
}
