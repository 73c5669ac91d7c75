package com.skytill.gateway.token;

import com.skytill.gateway.answer.Refusal;
import com.skytill.platform.problem.ProblemCode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Follows a multipart/form-data body as its bytes come (RFC 7578) and finds the parts named access_token. */
final class MultipartScanner {

    /**
     * A part named access_token, by offsets in the body.
     *
     * @param start of its delimiter
     * @param content of its value
     * @param end of its value
     * @param next delimiter's start
     */
    record TokenPart(long start, long content, long end, long next) {}

    private enum State {
        CONTENT,
        DELIMITER,
        HEADERS
    }

    private static final int LONGEST_HEADERS = 8 * 1024;

    private final byte[] delimiter;
    private final List<TokenPart> parts = new ArrayList<>();
    private final ByteArrayOutputStream headers = new ByteArrayOutputStream();

    private State state = State.CONTENT;
    private long offset;
    private long lineStart;
    private int matched;
    private int lastOfLine;
    private int beforeLast;
    private long partStart;
    private long contentStart = -1;

    MultipartScanner(String boundary) {
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Takes the next bytes; returns whether a part named access_token has begun so far. */
    boolean feed(byte[] bytes) {
        for (byte b : bytes) {
            step(b);
            offset++;
        }
        return isWithinToken() || !parts.isEmpty();
    }

    /** Whether a part named access_token has begun and not ended. */
    boolean isWithinToken() {
        return contentStart >= 0;
    }

    /** The finished parts named access_token. */
    List<TokenPart> parts() {
        return parts;
    }

    private void step(byte b) {
        switch (state) {
            case CONTENT -> content(b);
            case DELIMITER -> delimiter(b);
            case HEADERS -> headers(b);
        }
    }

    private void content(byte b) {
        if (b == '\n') {
            // A line break before a delimiter belongs to the delimiter.
            beforeLast = lastOfLine;
            lastOfLine = 0;
            lineStart = offset + 1;
            matched = 0;
            return;
        }
        lastOfLine = b;
        if (matched >= 0 && b == delimiter[matched]) {
            matched++;
            if (matched == delimiter.length) {
                endPart();
                state = State.DELIMITER;
            }
        } else {
            matched = -1;
        }
    }

    private void endPart() {
        if (contentStart >= 0) {
            long lineBreak = beforeLast == '\r' ? 2 : 1;
            parts.add(new TokenPart(partStart, contentStart, Math.max(contentStart, lineStart - lineBreak), lineStart));
            contentStart = -1;
        }
        partStart = lineStart;
    }

    /** The rest of a delimiter's line: two dashes when it is the last one, else perhaps blanks. */
    private void delimiter(byte b) {
        if (b == '\n') {
            headers.reset();
            state = State.HEADERS;
        } else if (b == '-') {
            matched = -1;
            state = State.CONTENT;
        }
    }

    private void headers(byte b) {
        if (headers.size() == LONGEST_HEADERS) {
            throw Refusal.of(ProblemCode.INVALID_REQUEST, "A part of the body has too long headers");
        }
        headers.write(b);
        if (b == '\n' && endsWithEmptyLine()) {
            if (ContentDisposition.isNamed(headers.toString(StandardCharsets.UTF_8), FormTokens.NAME)) {
                contentStart = offset + 1;
            }
            lineStart = offset + 1;
            lastOfLine = 0;
            matched = 0;
            state = State.CONTENT;
        }
    }

    private boolean endsWithEmptyLine() {
        String text = headers.toString(StandardCharsets.ISO_8859_1);
        return text.equals("\n") || text.equals("\r\n") || text.endsWith("\n\n") || text.endsWith("\n\r\n");
    }
}
