package com.skytill.auth.token;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Optional;

/** Turns refresh tokens into new tokens, each once (rotation, RFC 9700 §4.14.2). */
@Singleton
public final class RefreshTokens {

    private final ExchangeStore exchanges;
    private final Tokens tokens;
    private final Clock clock;

    RefreshTokens(ExchangeStore exchanges, Tokens tokens, Clock clock) {
        this.exchanges = exchanges;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The tokens that follow the client's refresh token.
     *
     * @param scope what the access token shall be narrowed to; empty for the grant's own scope. Fails with
     *     {@code invalid_scope} when that is wider, and the refresh token stays good
     */
    public Uni<Optional<GrantedToken>> redeem(String refreshToken, String clientId, String scope) {
        var now = clock.instant();
        return exchanges
                .refresh(refreshToken, clientId, now, shown -> {
                    if (!Scopes.within(scope, shown.scope())) {
                        return Uni.createFrom().failure(new GeneralException(OAuth2Error.INVALID_SCOPE));
                    }
                    String narrowed = scope.isEmpty() ? shown.scope() : scope;
                    return Uni.createFrom().item(tokens.pair(clientId, shown.userId(), narrowed, now));
                })
                // The ID token of a refresh has no nonce (OpenID Connect Core §12.2).
                .map(refreshed -> refreshed.map(done -> Tokens.granted(
                        done.pair(),
                        new GrantedToken.SignIn(
                                done.shown().userId(), done.shown().signedInAt(), null))));
    }
}
