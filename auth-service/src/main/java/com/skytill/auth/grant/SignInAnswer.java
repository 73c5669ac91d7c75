package com.skytill.auth.grant;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.skytill.auth.client.OAuthClient;
import com.skytill.auth.token.GrantedToken;
import com.skytill.auth.token.Scopes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import jakarta.inject.Singleton;

import java.util.Optional;

/** The answer with tokens that a person's sign-in stands behind: with an ID token for who asked to know the person. */
@Singleton
final class SignInAnswer {

    private final IdTokens idTokens;

    SignInAnswer(IdTokens idTokens) {
        this.idTokens = idTokens;
    }

    /** Fails with {@code invalid_grant} when nothing was granted. */
    Uni<JsonObject> of(Optional<GrantedToken> found, OAuthClient client) {
        // Only registered clients send people here.
        if (found.isEmpty() || !(client instanceof OAuthClient.Registered registered)) {
            return Uni.createFrom().failure(new GeneralException(OAuth2Error.INVALID_GRANT));
        }
        var granted = found.get();
        var answer = TokenAnswer.of(granted);
        if (!Scopes.has(granted.scope(), Scopes.OPENID)) {
            return Uni.createFrom().item(answer);
        }
        var algorithm = JWSAlgorithm.parse(registered.idTokenAlgorithm());
        return idTokens.of(granted, client.clientId(), algorithm).map(idToken -> answer.put("id_token", idToken));
    }
}
