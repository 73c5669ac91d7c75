package com.skytill.gateway.proxy;

import com.skytill.gateway.answer.Answers;
import com.skytill.gateway.answer.Compression;
import com.skytill.gateway.answer.Refusal;
import com.skytill.gateway.body.OutgoingBody;
import com.skytill.platform.problem.ProblemCode;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;

/** One request on its way to a service and its answer on the way back; all on the request's own event loop. */
final class Exchange {

    private final HttpServerRequest in;
    private final Passage passage;
    private final Upstream upstream;
    private final ForwardedHeaders forwarded;
    private final UpstreamFailures failures;
    private final Answers answers;
    private final Compression compression;

    private HttpClientRequest out;
    private long lastActivityNanos;
    private boolean settled;
    private boolean repeated;

    Exchange(
            HttpServerRequest in,
            Passage passage,
            Upstream upstream,
            ForwardedHeaders forwarded,
            UpstreamFailures failures,
            Answers answers,
            Compression compression) {
        this.in = in;
        this.passage = passage;
        this.upstream = upstream;
        this.forwarded = forwarded;
        this.failures = failures;
        this.answers = answers;
        this.compression = compression;
    }

    void start() {
        passage.visit().whenLeft(this::callerLeft);
        passage.visit().goesTo(passage.service());
        connect();
    }

    private void connect() {
        long closedForNanos = upstream.circuit().closedForNanos();
        if (closedForNanos > 0) {
            refuse(UpstreamFailures.aside(closedForNanos));
            return;
        }
        upstream.client()
                .request(upstream.request(in.method(), passage.uri()))
                .onSuccess(this::send)
                .onFailure(this::notConnected);
    }

    private void notConnected(Throwable failure) {
        if (UpstreamFailures.isOfOurPool(failure)) {
            upstream.circuit().untried();
        } else {
            upstream.circuit().failed();
        }
        refuse(failures.notConnected(passage, failure));
    }

    private void send(HttpClientRequest request) {
        upstream.circuit().connected();
        if (settled) {
            request.reset();
            return;
        }
        out = request;
        try {
            RequestHeaders.copy(in.headers(), out.headers(), passage);
            forwarded.set(in, out.headers());
        } catch (IllegalArgumentException malformed) {
            refuse(Refusal.of(ProblemCode.INVALID_REQUEST, "A header holds a character that can't be passed on"));
            return;
        }
        alive();
        out.response().onSuccess(this::answer).onFailure(this::unanswered);
        switch (passage.body()) {
            case OutgoingBody.None ignored -> {
                in.resume();
                out.end();
            }
            case OutgoingBody.Whole whole -> out.end(whole.bytes());
            case OutgoingBody.Streamed streamed -> new Upload(in, out, streamed, this::alive, this::refuse).start();
        }
    }

    private void answer(HttpClientResponse answer) {
        if (settled) {
            out.reset();
            return;
        }
        settled = true;
        alive();
        new Download(in, out, answer, passage, failures, answers, compression).start();
    }

    private void unanswered(Throwable failure) {
        if (settled) {
            return;
        }
        long silentNanos = System.nanoTime() - lastActivityNanos;
        if (passage.repeatable() && !repeated && failures.isClosed(failure, silentNanos)) {
            // The service had closed the pooled connection when our request reached it (RFC 9112 §9.3.1).
            repeated = true;
            connect();
        } else {
            refuse(failures.notAnswered(passage, failure, silentNanos));
        }
    }

    private void refuse(Throwable failure) {
        if (settled) {
            return;
        }
        settled = true;
        if (out != null) {
            out.reset();
        }
        answers.fail(in, passage.requestId(), failure);
    }

    /** Nobody waits for the answer any more. */
    private void callerLeft() {
        settled = true;
        if (out != null) {
            out.reset();
        }
    }

    private void alive() {
        lastActivityNanos = System.nanoTime();
    }
}
