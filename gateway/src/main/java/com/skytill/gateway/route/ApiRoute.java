package com.skytill.gateway.route;

import com.skytill.gateway.access.Visit;
import com.skytill.gateway.answer.Answers;
import com.skytill.gateway.contract.Contract;
import com.skytill.gateway.proxy.Forwarder;
import com.skytill.gateway.proxy.Passage;
import com.skytill.gateway.token.OpaqueToken;
import com.skytill.gateway.token.TokenVerifier;
import com.skytill.gateway.token.VerifiedToken;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

import jakarta.inject.Singleton;

import java.util.concurrent.CompletionException;

/** An operation's way through the gateway: route, method, token, permission, body, service; the cheapest check first. */
@Singleton
final class ApiRoute {

    private final Contract contract;
    private final Methods methods;
    private final ApiConfig config;
    private final ApiBodies bodies;
    private final TokenVerifier verifier;
    private final Forwarder forwarder;
    private final Answers answers;

    ApiRoute(
            Contract contract,
            Methods methods,
            ApiConfig config,
            ApiBodies bodies,
            TokenVerifier verifier,
            Forwarder forwarder,
            Answers answers) {
        this.contract = contract;
        this.methods = methods;
        this.config = config;
        this.bodies = bodies;
        this.verifier = verifier;
        this.forwarder = forwarder;
        this.answers = answers;
    }

    void handle(HttpServerRequest request, String path, Visit visit) {
        var operation = contract.get(path);
        visit.asksFor(operation.name());
        methods.check(operation, request.method());
        var call = ApiCall.of(request, visit, operation, config.tokensInUrls());
        prepare(call)
                .<Void>map(passage -> {
                    forwarder.pass(request, passage);
                    return null;
                })
                .onFailure(failure -> answers.fail(request, visit.id(), failure));
    }

    private Future<Passage> prepare(ApiCall call) {
        if (call.token() != null) {
            return authorize(call, call.token())
                    .compose(verified -> bodies.ofKnown(call).map(body -> call.passage(body, verified)));
        }
        return bodies.ofStranger(call)
                .compose(found -> authorize(call, found.token()).map(verified -> call.passage(found.body(), verified)));
    }

    private Future<VerifiedToken> authorize(ApiCall call, OpaqueToken token) {
        var verifying = verifier.verify(token);
        var verified = verifying.isDone()
                ? Future.fromCompletionStage(verifying)
                : Future.fromCompletionStage(verifying, Vertx.currentContext());
        return verified.recover(ApiRoute::unwrapped).map(good -> {
            call.visit().isOf(good.clientId());
            good.require(call.operation().permission());
            return good;
        });
    }

    private static Future<VerifiedToken> unwrapped(Throwable failure) {
        return Future.failedFuture(
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure);
    }
}
