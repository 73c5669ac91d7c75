package com.skytill.gateway.route;

import com.skytill.gateway.access.Visit;
import com.skytill.gateway.answer.Refusal;
import com.skytill.gateway.body.BodyKind;
import com.skytill.gateway.body.Framing;
import com.skytill.gateway.body.OutgoingBody;
import com.skytill.gateway.contract.OperationRoute;
import com.skytill.gateway.proxy.Passage;
import com.skytill.gateway.token.FormTokens;
import com.skytill.gateway.token.HeaderToken;
import com.skytill.gateway.token.OpaqueToken;
import com.skytill.gateway.token.VerifiedToken;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * A call of an operation, as far as its head tells.
 *
 * @param query without a token; null when there is none left
 * @param token from the header or the query; null when there is none
 */
record ApiCall(
        HttpServerRequest request,
        Visit visit,
        OperationRoute operation,
        Framing framing,
        BodyKind kind,
        String query,
        OpaqueToken token) {

    static ApiCall of(HttpServerRequest request, Visit visit, OperationRoute operation, boolean tokensInUrls) {
        var framing = Framing.of(request);
        if (framing.hasBody() && !takesBody(request.method())) {
            throw Refusal.malformed("A " + request.method() + " request has no body");
        }
        var kind = framing.hasBody() ? BodyKind.of(request.headers()) : new BodyKind.Other();
        String given = request.query();
        String header = HeaderToken.of(request.headers());
        if (given == null || given.isEmpty()) {
            return new ApiCall(
                    request, visit, operation, framing, kind, null, header == null ? null : OpaqueToken.of(header));
        }
        var taken = FormTokens.take(given);
        if (!taken.tokens().isEmpty() && !tokensInUrls) {
            throw Refusal.invalidToken("Access tokens in addresses are switched off here");
        }
        if (taken.tokens().size() + (header == null ? 0 : 1) > 1) {
            throw Refusal.ambiguousToken("There is more than one access token");
        }
        String text = taken.tokens().isEmpty() ? header : taken.tokens().getFirst();
        String rest = taken.rest().isEmpty() ? null : taken.rest();
        return new ApiCall(request, visit, operation, framing, kind, rest, text == null ? null : OpaqueToken.of(text));
    }

    private static boolean takesBody(HttpMethod method) {
        return !HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method);
    }

    /** The way to the service, with the phantom token instead of the caller's. */
    Passage passage(OutgoingBody body, VerifiedToken verified, long answerLimit) {
        String path = "/api/v1/" + operation.name();
        boolean repeatable = !takesBody(request.method()) && !operation.update();
        return new Passage(
                visit,
                operation.service(),
                query == null ? path : path + "?" + query,
                body,
                verified.authorization(),
                false,
                answerLimit,
                repeatable);
    }
}
