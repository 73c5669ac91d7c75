package com.skytill.platform.operation;

import io.smallrye.mutiny.Multi;

/**
 * A query's answer that is a file too large to be held: it is made while it is sent, and no faster than the caller takes it.
 *
 * @param mediaType what it is, without a character set: it is UTF-8
 * @param fileName what a browser saves it as: letters, digits, dashes and points
 * @param parts its content in order; made without the query's session, which is closed before. A failure of the first part is
 *     answered as a problem, a later one breaks the connection off, so that half a file is not taken for a whole one
 * @param next the cursor of the document that follows, which goes into the header {@code Next-Cursor}; null at the end
 */
public record StreamedDocument(String mediaType, String fileName, Multi<String> parts, String next) {

    /** The answer that carries it. */
    public OperationAnswer toAnswer() {
        return new OperationAnswer(200, null, false, Document.headers(mediaType, fileName, next), parts);
    }
}
