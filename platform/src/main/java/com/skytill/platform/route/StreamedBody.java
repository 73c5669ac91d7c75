package com.skytill.platform.route;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends an answer part by part: the next one is asked for when the caller has taken the one before, and none when it is gone. */
final class StreamedBody implements MultiSubscriber<String> {

    private final RoutingContext context;
    private final Supplier<HttpServerResponse> begin;
    private final Consumer<Throwable> failed;
    private HttpServerResponse response;
    private Subscription source;

    /**
     * The sender of one answer.
     *
     * @param begin gives the response its status and headers, once there is something to send
     * @param failed answers a failure, if the response has not begun
     */
    StreamedBody(RoutingContext context, Supplier<HttpServerResponse> begin, Consumer<Throwable> failed) {
        this.context = context;
        this.begin = begin;
        this.failed = failed;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        context.addEndHandler(ignored -> source.cancel());
        source.request(1);
    }

    @Override
    public void onItem(String part) {
        if (context.response().closed()) {
            return;
        }
        begun().write(part);
        if (response.writeQueueFull()) {
            response.drainHandler(ignored -> source.request(1));
        } else {
            source.request(1);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        failed.accept(failure);
    }

    @Override
    public void onCompletion() {
        if (!context.response().closed()) {
            begun().end();
        }
    }

    private HttpServerResponse begun() {
        if (response == null) {
            response = begin.get();
        }
        return response;
    }
}
