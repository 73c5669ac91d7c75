package com.skytill.gateway.body;

import com.skytill.gateway.answer.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * How a request's body is delimited. Whatever two readers could take differently is refused (RFC 9112 §6.3, §11.2); a
 * Content-Length beside chunks was removed by the HTTP decoder already, and what goes on is framed anew.
 *
 * @param length in bytes; {@link #CHUNKED} when only the last chunk tells
 */
public record Framing(long length) {

    /** The length of a body that comes in chunks. */
    public static final long CHUNKED = -1;

    /** That request's framing. */
    public static Framing of(HttpServerRequest request) {
        var headers = request.headers();
        var codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean http2 = request.version() == HttpVersion.HTTP_2;
        if (!codings.isEmpty()) {
            boolean chunked = !http2
                    && codings.size() == 1
                    && codings.getFirst().equalsIgnoreCase("chunked")
                    && request.version() != HttpVersion.HTTP_1_0;
            if (!chunked) {
                throw malformed("Transfer-Encoding");
            }
            return new Framing(CHUNKED);
        }
        var lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH);
        return switch (lengths.size()) {
            case 0 -> new Framing(http2 && takesBody(request) ? CHUNKED : 0);
            case 1 -> new Framing(number(lengths.getFirst()));
            default -> throw malformed("Content-Length");
        };
    }

    /** Whether there is a body. */
    public boolean hasBody() {
        return length != 0;
    }

    /** In HTTP/2 a body may come unannounced (RFC 9113 §8.1.1); in a GET it means nothing, and is not passed on. */
    private static boolean takesBody(HttpServerRequest request) {
        return !HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method());
    }

    private static long number(String digits) {
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw malformed("Content-Length");
        }
        return Long.parseLong(digits);
    }

    private static Refusal malformed(String header) {
        return Refusal.malformed("The header " + header + " can't be used");
    }
}
