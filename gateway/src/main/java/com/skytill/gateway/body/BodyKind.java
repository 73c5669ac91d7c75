package com.skytill.gateway.body;

import com.skytill.gateway.answer.Refusal;
import com.skytill.platform.problem.ProblemCode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a body is, as far as it matters for finding a token in it. */
public sealed interface BodyKind {

    /** Parameters, as browsers send them. */
    record Form() implements BodyKind {}

    /** JSON of any flavour. */
    record Json() implements BodyKind {}

    /** Parameters and files. */
    record Multipart(String boundary) implements BodyKind {}

    /** A file as it is: nobody looks for a token in it. */
    record Other() implements BodyKind {}

    /** The kind by Content-Type; a compressed body is refused, for nobody could look into it. */
    static BodyKind of(MultiMap headers) {
        if (headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            throw Refusal.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Bodies are taken uncompressed only");
        }
        var types = headers.getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() > 1) {
            throw Refusal.of(ProblemCode.INVALID_REQUEST, "There is more than one Content-Type");
        }
        return types.isEmpty() ? new Other() : of(types.getFirst());
    }

    private static BodyKind of(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        if (type.equals("application/x-www-form-urlencoded")) {
            return new Form();
        }
        if (type.equals("application/json") || type.endsWith("+json")) {
            return new Json();
        }
        return type.startsWith("multipart/") ? new Multipart(Boundary.of(contentType)) : new Other();
    }

    /** The boundary parameter (RFC 2046 §5.1.1). */
    final class Boundary {

        private static final Pattern PARAMETER =
                Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))");

        private Boundary() {}

        private static String of(String contentType) {
            var found = PARAMETER.matcher(contentType);
            if (!found.find()) {
                throw Refusal.of(ProblemCode.INVALID_REQUEST, "The multipart body's boundary is missing");
            }
            return found.group(1) == null ? found.group(2) : found.group(1);
        }
    }
}
