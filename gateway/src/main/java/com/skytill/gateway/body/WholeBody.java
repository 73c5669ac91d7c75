package com.skytill.gateway.body;

import com.skytill.gateway.answer.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import java.util.function.IntConsumer;

/** Reads a whole body, up to a limit. */
public final class WholeBody {

    private final HttpServerRequest request;
    private final long limit;
    private final IntConsumer held;
    private final Buffer bytes;
    private final Promise<Buffer> promise = Promise.promise();

    private WholeBody(HttpServerRequest request, long limit, int expected, IntConsumer held) {
        this.request = request;
        this.limit = limit;
        this.held = held;
        this.bytes = Buffer.buffer(expected);
    }

    /**
     * The body; {@code held} hears of the bytes as they come, and may refuse. Refused with 413 as soon as it is known to be beyond the limit; fails when the caller goes
     * away.
     */
    public static Future<Buffer> read(HttpServerRequest request, Framing framing, long limit, IntConsumer held) {
        if (framing.length() > limit) {
            return Future.failedFuture(BodyLimits.tooLarge(limit));
        }
        int expected = (int) Math.min(Math.max(framing.length(), 0), 64 * 1024);
        var body = new WholeBody(request, limit, expected, held);
        request.exceptionHandler(body.promise::tryFail);
        request.endHandler(end -> body.promise.tryComplete(body.bytes));
        request.handler(body::add);
        continueIfExpected(request);
        request.resume();
        return body.promise.future();
    }

    /** Tells a caller who asked first that the body is wanted (RFC 9110 §10.1.1). */
    public static void continueIfExpected(HttpServerRequest request) {
        String expect = request.getHeader("Expect");
        if (expect != null && expect.equalsIgnoreCase("100-continue")) {
            HttpServerResponse response = request.response();
            response.writeContinue();
        }
    }

    private void add(Buffer chunk) {
        if (bytes.length() + (long) chunk.length() > limit) {
            request.pause();
            promise.tryFail(BodyLimits.tooLarge(limit));
            return;
        }
        try {
            held.accept(chunk.length());
            bytes.appendBuffer(chunk);
        } catch (Refusal refusal) {
            request.pause();
            promise.tryFail(refusal);
        }
    }
}
