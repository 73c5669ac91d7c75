package com.skytill.gateway.route;

import com.skytill.gateway.answer.Refusal;
import com.skytill.gateway.rate.RateLimits;
import com.skytill.gateway.token.OpaqueToken;
import com.skytill.gateway.token.TokenVerifier;
import com.skytill.gateway.token.VerifiedToken;
import com.skytill.platform.problem.ProblemCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import jakarta.inject.Singleton;

import java.util.concurrent.CompletionException;

/**
 * Lets a call in by its token. One that is not known costs its address a request before auth-service hears of it, and
 * the address has it back unless the token is bad: so a flood of bad tokens ends here.
 */
@Singleton
final class Admission {

    private final TokenVerifier verifier;
    private final RateLimits rates;

    Admission(TokenVerifier verifier, RateLimits rates) {
        this.verifier = verifier;
        this.rates = rates;
    }

    /** The call's good token, at once when it is known; refused with 401, 403, 429 or 503. */
    Future<VerifiedToken> of(ApiCall call, OpaqueToken token) {
        var known = verifier.known(token);
        if (known == null) {
            return ask(call, token, rates.countAddress(call.request()));
        }
        enter(call, known);
        return Future.succeededFuture(known);
    }

    /** The same for a call that was counted against its address already. */
    Future<VerifiedToken> ask(ApiCall call, OpaqueToken token, Runnable takeBack) {
        var verifying = verifier.verify(token);
        var verified = verifying.isDone()
                ? Future.fromCompletionStage(verifying)
                : Future.fromCompletionStage(verifying, Vertx.currentContext());
        return verified.recover(Admission::unwrapped)
                .onFailure(failure -> {
                    if (!isBad(failure)) {
                        takeBack.run();
                    }
                })
                .map(good -> {
                    takeBack.run();
                    enter(call, good);
                    return good;
                });
    }

    private void enter(ApiCall call, VerifiedToken token) {
        call.visit().isOf(token.clientId());
        rates.countClient(token.clientId(), call.request());
        token.require(call.operation().permission());
    }

    private static boolean isBad(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.problem().code() == ProblemCode.INVALID_TOKEN;
    }

    private static Future<VerifiedToken> unwrapped(Throwable failure) {
        return Future.failedFuture(
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure);
    }
}
