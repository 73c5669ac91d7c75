package com.skytill.auth.grant;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.skytill.auth.client.OAuthClient;
import com.skytill.auth.token.Codes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import jakarta.inject.Singleton;

/** RFC 6749 §4.1.3 with RFC 7636: a code becomes a token, once, for who can answer its challenge. */
@Singleton
final class AuthorizationCodeExchange implements Grant {

    private final Codes codes;
    private final SignInAnswer answer;

    AuthorizationCodeExchange(Codes codes, SignInAnswer answer) {
        this.codes = codes;
        this.answer = answer;
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
                .flatMap(found -> answer.of(found, client));
    }
}
