package com.skytill.auth.grant;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.skytill.auth.client.OAuthClient;
import com.skytill.auth.token.Codes;
import com.skytill.auth.token.GrantedToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import jakarta.inject.Singleton;

/** RFC 6749 §4.1.3 with RFC 7636: a code becomes a token, once, for who can answer its challenge. */
@Singleton
final class AuthorizationCodeExchange implements Grant {

    private final Codes codes;
    private final IdTokens idTokens;

    AuthorizationCodeExchange(Codes codes, IdTokens idTokens) {
        this.codes = codes;
        this.idTokens = idTokens;
    }

    @Override
    public GrantType type() {
        return GrantType.AUTHORIZATION_CODE;
    }

    @Override
    public Uni<JsonObject> grant(TokenRequest request, OAuthClient client) throws GeneralException {
        var grant = (AuthorizationCodeGrant) request.getAuthorizationGrant();
        String redirectUrl = grant.getRedirectionURI() == null
                ? ""
                : grant.getRedirectionURI().toString();
        return codes.redeem(
                        grant.getAuthorizationCode().getValue(),
                        client.clientId(),
                        redirectUrl,
                        grant.getCodeVerifier())
                .flatMap(found -> found.map(granted -> answer(granted, client.clientId()))
                        .orElseGet(() -> Uni.createFrom().failure(new GeneralException(OAuth2Error.INVALID_GRANT))));
    }

    private Uni<JsonObject> answer(GrantedToken granted, String clientId) {
        var answer = TokenAnswer.of(granted);
        if (!idTokens.wanted(granted)) {
            return Uni.createFrom().item(answer);
        }
        return idTokens.of(granted, clientId).map(idToken -> answer.put("id_token", idToken));
    }
}
