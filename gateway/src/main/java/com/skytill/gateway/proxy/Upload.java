package com.skytill.gateway.proxy;

import com.skytill.gateway.answer.Refusal;
import com.skytill.gateway.body.BodyLimits;
import com.skytill.gateway.body.Framing;
import com.skytill.gateway.body.OutgoingBody;
import com.skytill.gateway.body.WholeBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import java.util.function.Consumer;

/** Streams a request's body to the service, no faster than it takes it, counting and watching. */
final class Upload {

    private final HttpServerRequest in;
    private final HttpClientRequest out;
    private final OutgoingBody.Streamed body;
    private final Runnable alive;
    private final Consumer<Throwable> refuse;

    private long sent;
    private boolean stopped;

    Upload(
            HttpServerRequest in,
            HttpClientRequest out,
            OutgoingBody.Streamed body,
            Runnable alive,
            Consumer<Throwable> refuse) {
        this.in = in;
        this.out = out;
        this.body = body;
        this.alive = alive;
        this.refuse = refuse;
    }

    void start() {
        if (body.length() > body.limit()) {
            stop(BodyLimits.tooLarge(body.limit()));
            return;
        }
        if (body.length() == Framing.CHUNKED) {
            out.setChunked(true);
        } else {
            out.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(body.length()));
        }
        in.exceptionHandler(gone -> out.reset());
        in.endHandler(end -> end());
        in.handler(this::pass);
        out.drainHandler(drained -> in.resume());
        out.exceptionHandler(failed -> stopped = true);
        WholeBody.continueIfExpected(in);
        in.resume();
    }

    private void pass(Buffer bytes) {
        if (stopped) {
            return;
        }
        sent += bytes.length();
        if (sent > body.limit()) {
            stop(BodyLimits.tooLarge(body.limit()));
            return;
        }
        try {
            body.watch().accept(bytes);
        } catch (Refusal refusal) {
            stop(refusal);
            return;
        }
        alive.run();
        out.write(bytes);
        if (out.writeQueueFull()) {
            in.pause();
        }
    }

    private void stop(Refusal refusal) {
        stopped = true;
        refuse.accept(refusal);
    }

    private void end() {
        if (!stopped) {
            alive.run();
            out.end();
        }
    }
}
