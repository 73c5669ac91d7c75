package com.skytill.gateway.route;

import com.skytill.gateway.access.AccessLog;
import com.skytill.gateway.access.Visit;
import com.skytill.gateway.answer.Answers;
import com.skytill.gateway.answer.Refusal;
import com.skytill.gateway.answer.RequestIds;
import com.skytill.gateway.contract.PublicPaths;
import com.skytill.gateway.cors.Cors;
import com.skytill.gateway.load.Load;
import com.skytill.gateway.rate.RateLimits;
import com.skytill.platform.problem.ProblemCode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The one door: everything but the gateway's own health and metrics comes through here, by its raw path. In front of
 * Quarkus's own routes, so that a request costs no path matching and no security filters that it does not need.
 */
@Singleton
final class GatewayRoutes {

    private static final String API = "/api/v1/";
    private static final String MANAGEMENT = "/q/";

    private final RequestIds requestIds;
    private final ApiRoute api;
    private final AuthRoute auth;
    private final PageRoutes pages;
    private final Load load;
    private final Cors cors;
    private final RateLimits rates;
    private final Answers answers;
    private final AccessLog accessLog;

    GatewayRoutes(
            RequestIds requestIds,
            ApiRoute api,
            AuthRoute auth,
            PageRoutes pages,
            Load load,
            Cors cors,
            RateLimits rates,
            Answers answers,
            AccessLog accessLog) {
        this.requestIds = requestIds;
        this.api = api;
        this.auth = auth;
        this.pages = pages;
        this.load = load;
        this.cors = cors;
        this.rates = rates;
        this.answers = answers;
        this.accessLog = accessLog;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::handle).failureHandler(this::failed);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        String path = request.path();
        if (path != null && path.startsWith(MANAGEMENT)) {
            context.next();
            return;
        }
        var visit = visit(request);
        try {
            dispatch(request, path == null ? "" : path, visit);
        } catch (RuntimeException failure) {
            answers.fail(request, visit.id(), failure);
        }
    }

    /** What Vert.x refuses before it comes to us. Quarkus's own handler would log the address, and a token with it. */
    private void failed(RoutingContext context) {
        var request = context.request();
        var failure = context.statusCode() == 400
                ? Refusal.malformed("The request is no valid HTTP")
                : Refusal.of(ProblemCode.INTERNAL_ERROR, "The request failed");
        answers.refuse(request, visit(request).id(), failure);
    }

    private Visit visit(HttpServerRequest request) {
        return Visit.begin(request, requestIds.assign(request), visit -> accessLog.write(request, visit));
    }

    private void dispatch(HttpServerRequest request, String path, Visit visit) {
        load.take(visit);
        RequestTarget.check(request);
        cors.mark(request);
        if (cors.isPreflight(request)) {
            rates.countAddress(request);
            cors.answer(request);
        } else if (path.startsWith(API)) {
            api.handle(request, path, visit);
        } else if (PublicPaths.isAuth(path)) {
            auth.handle(request, path, visit);
        } else {
            rates.countAddress(request);
            if (!pages.handle(request, path)) {
                throw Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address");
            }
        }
    }
}
