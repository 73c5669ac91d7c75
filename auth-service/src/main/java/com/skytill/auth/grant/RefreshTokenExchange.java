package com.skytill.auth.grant;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.skytill.auth.client.OAuthClient;
import com.skytill.auth.token.RefreshTokens;
import com.skytill.auth.token.Scopes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import jakarta.inject.Singleton;

/** RFC 6749 §6: a refresh token becomes new tokens, once; used again, it ends them all. */
@Singleton
final class RefreshTokenExchange implements Grant {

    private final RefreshTokens refreshTokens;
    private final SignInAnswer answer;

    RefreshTokenExchange(RefreshTokens refreshTokens, SignInAnswer answer) {
        this.refreshTokens = refreshTokens;
        this.answer = answer;
    }

    @Override
    public GrantType type() {
        return GrantType.REFRESH_TOKEN;
    }

    @Override
    public Uni<JsonObject> grant(TokenRequest request, OAuthClient client) throws GeneralException {
        String token = ((RefreshTokenGrant) request.getAuthorizationGrant())
                .getRefreshToken()
                .getValue();
        String scope = request.getScope() == null ? "" : request.getScope().toString();
        if (!Scopes.known(scope)) {
            throw new GeneralException(OAuth2Error.INVALID_SCOPE);
        }
        return refreshTokens.redeem(token, client.clientId(), scope).flatMap(found -> answer.of(found, client));
    }
}
