package com.skytill.auth.grant;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.skytill.auth.client.OAuthClient;
import com.skytill.auth.token.PhantomTokens;
import com.skytill.auth.token.Scopes;
import com.skytill.auth.token.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import jakarta.inject.Singleton;

/**
 * RFC 6749 §4.4: a registered client acts for its owner by an opaque token; a service of the suite acts for itself, and gets
 * the signed token that other services verify.
 */
@Singleton
final class ClientCredentials implements Grant {

    private final Tokens tokens;
    private final PhantomTokens phantomTokens;

    ClientCredentials(Tokens tokens, PhantomTokens phantomTokens) {
        this.tokens = tokens;
        this.phantomTokens = phantomTokens;
    }

    @Override
    public GrantType type() {
        return GrantType.CLIENT_CREDENTIALS;
    }

    @Override
    public Uni<JsonObject> grant(TokenRequest request, OAuthClient client) throws GeneralException {
        String scope = request.getScope() == null ? "" : request.getScope().toString();
        return switch (client) {
            case OAuthClient.Internal internal
            when !scope.isEmpty() ->
                throw new GeneralException(
                        OAuth2Error.INVALID_SCOPE.setDescription("A service's own token is not narrowed by a scope"));
            case OAuthClient.Internal internal ->
                phantomTokens
                        .of(internal)
                        .map(jwt -> TokenAnswer.of(jwt.serialize(), phantomTokens.lifetimeSeconds(), ""));
            case OAuthClient.Registered registered -> give(scope, registered);
        };
    }

    private Uni<JsonObject> give(String scope, OAuthClient.Registered client) throws GeneralException {
        if (!client.confidential()) {
            throw new GeneralException(OAuth2Error.UNAUTHORIZED_CLIENT);
        }
        if (!Scopes.known(scope)) {
            throw new GeneralException(OAuth2Error.INVALID_SCOPE);
        }
        return tokens.give(client.clientId(), client.ownerId(), scope)
                .flatMap(granted -> granted.map(token -> Uni.createFrom().item(TokenAnswer.of(token)))
                        .orElseGet(() -> Uni.createFrom().failure(new GeneralException(OAuth2Error.INVALID_CLIENT))));
    }
}
