package com.skytill.gateway.answer;

import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

/** Writes the answers that the gateway makes itself. */
@Singleton
public final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private final String publicUrl;
    private final Compression compression;

    Answers(@ConfigProperty(name = "skytill.public-url") String publicUrl, Compression compression) {
        this.publicUrl = publicUrl;
        this.compression = compression;
    }

    /** Answers that failure: a {@link Refusal} in its words, anything else as a fault of ours, logged. */
    public void fail(HttpServerRequest request, String requestId, Throwable failure) {
        if (request.response().closed()) {
            // Nobody is there to read it.
            return;
        }
        if (failure instanceof Refusal refusal) {
            refuse(request, requestId, refusal);
        } else {
            LOG.errorf(failure, "Request %s failed by a fault of ours", requestId);
            refuse(request, requestId, Refusal.of(ProblemCode.INTERNAL_ERROR, "The request failed"));
        }
    }

    /** Answers with a problem; when the answer has begun already, breaks it off so that nobody takes it for whole. */
    public void refuse(HttpServerRequest request, String requestId, Refusal refusal) {
        var response = request.response();
        if (response.headWritten() || response.ended()) {
            breakOff(request);
            return;
        }
        response.setStatusCode(refusal.problem().code().status());
        refusal.headers().forEach((name, value) -> response.putHeader(name, value));
        if (isShared(request)) {
            // Framed unmistakably, and without such headers (RFC 9113 §8.2.2).
            response.headers().remove(HttpHeaders.CONNECTION);
        }
        var body = refusal.problem().toJson(publicUrl, requestId).toBuffer();
        end(request, Problem.MEDIA_TYPE, "no-store", body);
        if (refusal.closes() && !isShared(request)) {
            request.connection().close();
        } else {
            discard(request);
        }
    }

    /** Answers 200 with a ready body. */
    public void ok(HttpServerRequest request, String contentType, String cacheControl, Buffer body) {
        end(request, contentType, cacheControl, body);
        discard(request);
    }

    /**
     * Breaks off in the midst of an answer, so that nobody takes it for whole: closes the connection, or the stream where
     * other requests share the connection. HTTP/1's own reset would never tell Quarkus that the request is over, and
     * each shutdown would wait for it.
     */
    public static void breakOff(HttpServerRequest request) {
        if (isShared(request)) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    /** Reads what is left of a body that nobody wants, within bounds, so that the answer can be read. */
    public static void discard(HttpServerRequest request) {
        Drain.of(request);
    }

    /** Whether other requests share the request's connection. */
    static boolean isShared(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }

    private void end(HttpServerRequest request, String contentType, String cacheControl, Buffer body) {
        var response = request.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        response.putHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (HttpMethod.HEAD.equals(request.method())) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
            response.end();
        } else {
            compression.allow(request, body.length());
            response.end(body);
        }
    }
}
