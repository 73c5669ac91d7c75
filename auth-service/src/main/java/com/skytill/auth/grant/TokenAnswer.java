package com.skytill.auth.grant;

import com.skytill.auth.token.GrantedToken;
import io.vertx.core.json.JsonObject;

/** The successful answer of the token endpoint (RFC 6749 §5.1). */
final class TokenAnswer {

    private TokenAnswer() {}

    static JsonObject of(GrantedToken granted) {
        var answer = of(granted.token(), granted.lifetimeSeconds(), granted.scope());
        granted.refreshToken().ifPresent(refresh -> answer.put("refresh_token", refresh));
        return answer;
    }

    static JsonObject of(String token, long lifetimeSeconds, String scope) {
        var answer = new JsonObject()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", lifetimeSeconds);
        return scope.isEmpty() ? answer : answer.put("scope", scope);
    }
}
