package com.skytill.platform.operation;

import java.util.HashMap;
import java.util.Map;

/**
 * A query's answer that is a file rather than JSON.
 *
 * @param mediaType what it is, without a character set: it is UTF-8
 * @param fileName what a browser saves it as: letters, digits, dashes and points
 * @param text its content
 * @param next the cursor of the part that follows, which goes into the header {@code Next-Cursor}; null at the end
 */
public record Document(String mediaType, String fileName, String text, String next) {

    /** The answer that carries it. */
    public OperationAnswer toAnswer() {
        return new OperationAnswer(200, text, false, headers(mediaType, fileName, next));
    }

    static Map<String, String> headers(String mediaType, String fileName, String next) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", mediaType + "; charset=utf-8");
        headers.put("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        if (next != null) {
            headers.put("Next-Cursor", next);
        }
        return headers;
    }
}
