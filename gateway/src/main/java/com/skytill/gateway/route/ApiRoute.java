package com.skytill.gateway.route;

import com.skytill.gateway.access.Visit;
import com.skytill.gateway.answer.Answers;
import com.skytill.gateway.answer.Refusal;
import com.skytill.gateway.body.BodyLimits;
import com.skytill.gateway.body.OutgoingBody;
import com.skytill.gateway.contract.Contract;
import com.skytill.gateway.proxy.Forwarder;
import com.skytill.gateway.proxy.Passage;
import com.skytill.gateway.rate.RateLimits;
import com.skytill.gateway.token.VerifiedToken;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

import jakarta.inject.Singleton;

/** An operation's way through the gateway: route, method, token, permission, body, service; the cheapest check first. */
@Singleton
final class ApiRoute {

    private final Contract contract;
    private final Methods methods;
    private final ApiConfig config;
    private final ApiBodies bodies;
    private final BodyLimits limits;
    private final Admission admission;
    private final RateLimits rates;
    private final Forwarder forwarder;
    private final Answers answers;

    ApiRoute(
            Contract contract,
            Methods methods,
            ApiConfig config,
            ApiBodies bodies,
            BodyLimits limits,
            Admission admission,
            RateLimits rates,
            Forwarder forwarder,
            Answers answers) {
        this.contract = contract;
        this.methods = methods;
        this.config = config;
        this.bodies = bodies;
        this.limits = limits;
        this.admission = admission;
        this.rates = rates;
        this.forwarder = forwarder;
        this.answers = answers;
    }

    void handle(HttpServerRequest request, String path, Visit visit) {
        prepare(call(request, path, visit))
                .<Void>map(passage -> {
                    forwarder.pass(request, passage);
                    return null;
                })
                .onFailure(failure -> answers.fail(request, visit.id(), failure));
    }

    private Passage passage(ApiCall call, OutgoingBody body, VerifiedToken verified) {
        return call.passage(body, verified, limits.ofAnswer(call.operation().name()));
    }

    private ApiCall call(HttpServerRequest request, String path, Visit visit) {
        try {
            var operation = contract.get(path);
            visit.asksFor(operation.name());
            methods.check(operation, request.method());
            return ApiCall.of(request, visit, operation, config.tokensInUrls());
        } catch (Refusal refusal) {
            // Whoever it is, it has not shown yet.
            rates.countAddress(request);
            throw refusal;
        }
    }

    private Future<Passage> prepare(ApiCall call) {
        if (call.token() == null) {
            var takeBack = rates.countAddress(call.request());
            return bodies.ofStranger(call)
                    .compose(found -> admission
                            .ask(call, found.token(), takeBack)
                            .map(verified -> passage(call, found.body(), verified)));
        }
        return admission
                .of(call, call.token())
                .compose(verified -> bodies.ofKnown(call).map(body -> passage(call, body, verified)));
    }
}
