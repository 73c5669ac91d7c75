package com.skytill.gateway.proxy;

import com.skytill.gateway.answer.Answers;
import io.vertx.core.http.HttpServerRequest;

import jakarta.inject.Singleton;

/** Sends requests on to the services and their answers back. */
@Singleton
public final class Forwarder {

    private final Upstreams upstreams;
    private final ForwardedHeaders forwarded;
    private final UpstreamFailures failures;
    private final Answers answers;

    Forwarder(Upstreams upstreams, ForwardedHeaders forwarded, UpstreamFailures failures, Answers answers) {
        this.upstreams = upstreams;
        this.forwarded = forwarded;
        this.failures = failures;
        this.answers = answers;
    }

    /** Starts that passage of the paused request; whatever happens from here on is answered. */
    public void pass(HttpServerRequest request, Passage passage) {
        new Exchange(request, passage, upstreams.get(passage.service()), forwarded, failures, answers).start();
    }
}
