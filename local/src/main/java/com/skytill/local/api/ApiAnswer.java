package com.skytill.local.api;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpHeaders;

/**
 * What the API answered.
 *
 * @param status the HTTP status
 * @param body the answer as it came
 * @param json the answer as JSON; a missing node when it is none
 */
public record ApiAnswer(int status, HttpHeaders headers, String body, JsonNode json) {

    /** A member's text, by a path like {@code /voucher/voucher_code}; empty when it is not there. */
    public String text(String path) {
        return json.at(path).asText("");
    }

    /** A member's number, 0 when it is not there. */
    public long number(String path) {
        return json.at(path).asLong();
    }

    /** A problem's code (RFC 9457 member of ours); empty when the answer is no problem. */
    public String code() {
        return text("/code");
    }

    /** A header's first value, empty when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
