package com.skytill.gateway.proxy;

import com.skytill.gateway.answer.Answers;
import com.skytill.gateway.answer.Compression;
import com.skytill.gateway.answer.Refusal;
import com.skytill.platform.problem.ProblemCode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Brings a service's answer back: small ones in one write, others as they come, no faster than the caller takes them. */
final class Download {

    // One write costs a system call; the answers of most operations fit in one.
    private static final int SMALL_BYTES = 16 * 1024;

    private final HttpServerRequest in;
    private final HttpClientRequest out;
    private final HttpClientResponse answer;
    private final Passage passage;
    private final UpstreamFailures failures;
    private final Answers answers;
    private final Compression compression;
    // What the gateway has said itself before a service's head came on top of it.
    private MultiMap own;
    private long passed;

    Download(
            HttpServerRequest in,
            HttpClientRequest out,
            HttpClientResponse answer,
            Passage passage,
            UpstreamFailures failures,
            Answers answers,
            Compression compression) {
        this.in = in;
        this.out = out;
        this.answer = answer;
        this.passage = passage;
        this.failures = failures;
        this.answers = answers;
        this.compression = compression;
    }

    void start() {
        int status = answer.statusCode();
        if (status < 200) {
            // A protocol switch that nobody asked for.
            out.reset();
            answers.fail(in, passage.requestId(), failed());
            return;
        }
        var response = in.response();
        if (HttpMethod.HEAD.equals(in.method()) || status == 204 || status == 304) {
            answer.resume();
            head().end().onComplete(ended -> finish());
            return;
        }
        long length = length();
        if (length > passage.answerLimit()) {
            out.reset();
            answers.fail(in, passage.requestId(), failures.tooLarge(passage));
            return;
        }
        if (length >= 0 && length <= SMALL_BYTES) {
            answer.body()
                    .onSuccess(body -> {
                        passage.visit().answered();
                        head(length).end(body).onComplete(ended -> finish());
                    })
                    .onFailure(this::breakOff);
        } else {
            own = MultiMap.caseInsensitiveMultiMap().addAll(response.headers());
            stream(head(length), length);
        }
    }

    /** The answer with the service's head: not before it is sure that the service's answer will be the caller's. */
    private HttpServerResponse head() {
        var response = in.response().setStatusCode(answer.statusCode());
        ResponseHeaders.copy(answer.headers(), response.headers(), passage.direct());
        return response;
    }

    private HttpServerResponse head(long length) {
        var response = head();
        if (passage.direct()) {
            compression.forbid(in);
        } else {
            compression.allow(in, length);
        }
        return response;
    }

    private long length() {
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    private void stream(HttpServerResponse response, long length) {
        if (length < 0) {
            if (in.version() == HttpVersion.HTTP_1_0) {
                // Such a caller knows no chunks: the end of the connection is the end of the answer (RFC 9112 §6.3).
                response.putHeader(HttpHeaders.CONNECTION, "close");
            } else {
                response.setChunked(true);
            }
        }
        answer.exceptionHandler(this::breakOff);
        answer.endHandler(end -> response.end().onComplete(ended -> finish()));
        answer.handler(bytes -> pass(response, bytes));
        response.drainHandler(drained -> answer.resume());
    }

    private void pass(HttpServerResponse response, Buffer bytes) {
        passed += bytes.length();
        if (passed > passage.answerLimit()) {
            answer.handler(rest -> {});
            answer.endHandler(end -> {});
            answer.exceptionHandler(reset -> {});
            out.reset();
            fail(failures.tooLarge(passage));
            return;
        }
        response.write(bytes);
        if (response.writeQueueFull()) {
            answer.pause();
        }
    }

    /** A service that answered before it had read everything will not read the rest. */
    private void finish() {
        if (!in.isEnded()) {
            out.reset();
            Answers.discard(in);
        }
    }

    private void breakOff(Throwable failure) {
        if (in.response().closed()) {
            out.reset();
            return;
        }
        failures.brokenOff(passage, failure);
        out.reset();
        fail(failed());
    }

    private void fail(Refusal refusal) {
        if (in.response().headWritten()) {
            Answers.breakOff(in);
        } else {
            if (own != null) {
                in.response().headers().clear().addAll(own);
            }
            answers.fail(in, passage.requestId(), refusal);
        }
    }

    private static Refusal failed() {
        return Refusal.of(ProblemCode.UPSTREAM_FAILED, "The service behind this operation failed");
    }
}
