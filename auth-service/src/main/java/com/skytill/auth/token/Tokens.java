package com.skytill.auth.token;

import com.skytill.auth.opaque.Opaque;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Gives and revokes opaque access tokens: random, kept as a hash, tied to one client and one user. */
@Singleton
public final class Tokens {

    private static final String PREFIX = "sk_";

    private final TokenStore store;
    private final Opaque opaque;
    private final TokenConfig config;
    private final Clock clock;

    Tokens(TokenStore store, Opaque opaque, TokenConfig config, Clock clock) {
        this.store = store;
        this.opaque = opaque;
        this.config = config;
        this.clock = clock;
    }

    /** A token that lets the client act for that user. */
    public Uni<GrantedToken> give(String clientId, long userId, String scope) {
        var token = prepare(clientId, userId, scope, null);
        return store.add(token.token(), token.issued()).replaceWith(granted(token, Optional.empty()));
    }

    /** Revokes the client's token (RFC 7009); what is not a token of the client's is left alone. */
    public Uni<Void> revoke(String token, String clientId) {
        return store.revoke(token, clientId, clock.instant());
    }

    /** What the token stands for now, if it is valid. */
    Uni<Optional<AccessToken>> find(String token) {
        return store.findValid(token, clock.instant());
    }

    CodeStore.NewToken prepare(String clientId, long userId, String scope, String code) {
        var now = clock.instant();
        var issued = new IssuedToken(clientId, userId, scope, now, now.plus(config.accessTokenLifetime()), code);
        return new CodeStore.NewToken(opaque.next(PREFIX), issued);
    }

    GrantedToken granted(CodeStore.NewToken token, Optional<GrantedToken.SignIn> signIn) {
        var issued = token.issued();
        long lifetime = Duration.between(issued.issuedAt(), issued.expiresAt()).toSeconds();
        return new GrantedToken(token.token(), issued.scope(), lifetime, signIn);
    }
}
