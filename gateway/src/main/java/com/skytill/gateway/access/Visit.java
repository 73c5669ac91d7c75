package com.skytill.gateway.access;

import io.vertx.core.http.HttpServerRequest;

import java.util.function.Consumer;

/**
 * One request from its arrival to the end of its answer, however that comes about: what is known of it on the way, for
 * the log, and who must hear when its caller leaves. All on the request's own event loop.
 */
public final class Visit {

    private final HttpServerRequest request;
    private final String id;
    private final Consumer<Visit> done;
    private final long startNanos = System.nanoTime();
    private Runnable whenLeft = () -> {};
    private Runnable whenOver = () -> {};
    private boolean over;
    private String operation;
    private String client;
    private String service;
    private long askedNanos;
    private long answeredNanos;

    private Visit(HttpServerRequest request, String id, Consumer<Visit> done) {
        this.request = request;
        this.id = id;
        this.done = done;
    }

    /** Begins that request's visit; {@code done} hears of its end, once. */
    public static Visit begin(HttpServerRequest request, String id, Consumer<Visit> done) {
        var visit = new Visit(request, id, done);
        var response = request.response();
        response.endHandler(ended -> visit.end());
        response.exceptionHandler(failure -> visit.left());
        response.closeHandler(closed -> visit.left());
        return visit;
    }

    /** The request's ID. */
    public String id() {
        return id;
    }

    /** The request asks for that operation of the contract. */
    public void asksFor(String operation) {
        this.operation = operation;
    }

    /** It was sent by that OAuth client, as its token proves; null when the token does not say. */
    public void isOf(String client) {
        this.client = client;
    }

    /** It goes on to that service now. */
    public void goesTo(String service) {
        if (this.service == null) {
            this.service = service;
            this.askedNanos = System.nanoTime();
        }
    }

    /** The service has answered in full. */
    public void answered() {
        this.answeredNanos = System.nanoTime();
    }

    /** That is to be done when the caller leaves before the end. */
    public void whenLeft(Runnable action) {
        this.whenLeft = action;
    }

    /** That is to be done at the end, however it comes about, after what was to be done then already; at once when it has come. */
    public void whenOver(Runnable action) {
        if (over) {
            action.run();
            return;
        }
        var before = whenOver;
        whenOver = () -> {
            before.run();
            action.run();
        };
    }

    private void left() {
        end();
        whenLeft.run();
    }

    private void end() {
        if (!over) {
            over = true;
            whenOver.run();
            done.accept(this);
        }
    }

    /** All of it that may be logged: no query, no token, no Referer. */
    JsonLine line(String at, String remote) {
        long now = System.nanoTime();
        var response = request.response();
        var line = new JsonLine()
                .add("at", at)
                .add("request_id", id)
                .add("remote", remote)
                .add("method", request.method().name())
                .add("operation", operation)
                .add("path", operation == null ? LoggedPath.of(request.path()) : null)
                .add("client", client);
        if (response.headWritten()) {
            line.add("status", response.getStatusCode());
        }
        line.add("bytes", response.bytesWritten()).addMillis("time", now - startNanos);
        if (service != null) {
            line.add("upstream", service)
                    .addMillis("upstream_time", (answeredNanos == 0 ? now : answeredNanos) - askedNanos);
        }
        return response.ended() ? line : line.addTrue("aborted");
    }
}
