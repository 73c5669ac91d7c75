package com.skytill.gateway.route;

import com.skytill.gateway.access.Visit;
import com.skytill.gateway.body.BodyLimits;
import com.skytill.gateway.body.Framing;
import com.skytill.gateway.body.OutgoingBody;
import com.skytill.gateway.proxy.Forwarder;
import com.skytill.gateway.proxy.Passage;
import com.skytill.gateway.rate.RateLimits;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import jakarta.inject.Singleton;

/** Passes the browser's and the clients' OAuth requests on to auth-service as they are: one origin for the suite. */
@Singleton
final class AuthRoute {

    private static final String SERVICE = "auth";

    private final Forwarder forwarder;
    private final BodyLimits limits;
    private final RateLimits rates;

    AuthRoute(Forwarder forwarder, BodyLimits limits, RateLimits rates) {
        this.forwarder = forwarder;
        this.limits = limits;
        this.rates = rates;
    }

    void handle(HttpServerRequest request, String path, Visit visit) {
        rates.countAddress(request);
        var framing = Framing.of(request);
        if (framing.length() > limits.usual()) {
            throw BodyLimits.tooLarge(limits.usual());
        }
        OutgoingBody body = framing.hasBody()
                ? new OutgoingBody.Streamed(framing.length(), limits.usual(), bytes -> {})
                : new OutgoingBody.None();
        String query = request.query();
        String uri = query == null ? path : path + "?" + query;
        // The sign-in page's GETs change nothing, but a one-time sso_token or code is spent by its GET: sent once only.
        boolean repeatable = query == null && isSafe(request.method()) && !framing.hasBody();
        forwarder.pass(request, new Passage(visit, SERVICE, uri, body, null, true, limits.usualAnswer(), repeatable));
    }

    private static boolean isSafe(HttpMethod method) {
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    }
}
