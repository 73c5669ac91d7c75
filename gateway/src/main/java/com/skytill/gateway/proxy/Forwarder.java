package com.skytill.gateway.proxy;

import com.skytill.gateway.answer.Answers;
import com.skytill.gateway.answer.Compression;
import io.vertx.core.http.HttpServerRequest;

import jakarta.inject.Singleton;

/** Sends requests on to the services and their answers back. */
@Singleton
public final class Forwarder {

    private final Upstreams upstreams;
    private final ForwardedHeaders forwarded;
    private final UpstreamFailures failures;
    private final Answers answers;
    private final Compression compression;

    Forwarder(
            Upstreams upstreams,
            ForwardedHeaders forwarded,
            UpstreamFailures failures,
            Answers answers,
            Compression compression) {
        this.upstreams = upstreams;
        this.forwarded = forwarded;
        this.failures = failures;
        this.answers = answers;
        this.compression = compression;
    }

    /** Starts that passage of the paused request; whatever happens from here on is answered. */
    public void pass(HttpServerRequest request, Passage passage) {
        new Exchange(request, passage, upstreams.get(passage.service()), forwarded, failures, answers, compression)
                .start();
    }
}
