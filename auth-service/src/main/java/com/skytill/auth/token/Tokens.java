package com.skytill.auth.token;

import com.skytill.auth.opaque.Opaque;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives and revokes opaque tokens: random, kept as a hash, tied to one client and one user. */
@Singleton
public final class Tokens {

    // What secret scanners know them by; the two kinds are never taken for each other.
    static final String ACCESS = "sk_";
    private static final String REFRESH = "skr_";

    private final TokenStore store;
    private final ExchangeStore exchanges;
    private final Opaque opaque;
    private final TokenConfig config;
    private final Clock clock;

    Tokens(TokenStore store, ExchangeStore exchanges, Opaque opaque, TokenConfig config, Clock clock) {
        this.store = store;
        this.exchanges = exchanges;
        this.opaque = opaque;
        this.config = config;
        this.clock = clock;
    }

    /** A token that lets the client act for that user; none when the client is gone meanwhile. */
    public Uni<Optional<GrantedToken>> give(String clientId, long userId, String scope) {
        var issued = issue(clientId, userId, scope, clock.instant());
        return store.add(issued)
                .map(added ->
                        added ? Optional.of(granted(issued, Optional.empty(), Optional.empty())) : Optional.empty());
    }

    /**
     * Revokes the client's token (RFC 7009); with a refresh token, everything that its grant gave. What is no token is left
     * alone.
     *
     * @return false when the token is another client's
     */
    public Uni<Boolean> revoke(String token, String clientId) {
        return token.startsWith(REFRESH)
                ? exchanges.revoke(token, clientId, clock.instant())
                : store.revoke(token, clientId, clock.instant());
    }

    /** What the access token stands for now, if it is valid. */
    public Uni<Optional<AccessToken>> find(String token) {
        return store.findValid(token, clock.instant());
    }

    /** The same for a token that is being used: the use is written, at most once in a minute. */
    Uni<Optional<AccessToken>> use(String token) {
        var now = clock.instant();
        return store.findValid(token, now)
                .call(found -> found.isPresent() && found.get().useUnwritten(now)
                        ? store.touch(token, now, AccessToken.writtenSince(now))
                        : Uni.createFrom().voidItem());
    }

    IssuedPair pair(String clientId, long userId, String scope, Instant now) {
        return new IssuedPair(
                issue(clientId, userId, scope, now), opaque.next(REFRESH), now.plus(config.refreshTokenLifetime()));
    }

    static GrantedToken granted(IssuedPair pair, GrantedToken.SignIn signIn) {
        return granted(pair.access(), Optional.of(pair.refreshToken()), Optional.of(signIn));
    }

    private static GrantedToken granted(
            IssuedToken issued, Optional<String> refreshToken, Optional<GrantedToken.SignIn> signIn) {
        long lifetime = Duration.between(issued.issuedAt(), issued.expiresAt()).toSeconds();
        return new GrantedToken(issued.token(), issued.scope(), lifetime, refreshToken, signIn);
    }

    private IssuedToken issue(String clientId, long userId, String scope, Instant now) {
        return new IssuedToken(
                opaque.next(ACCESS), clientId, userId, scope, now, now.plus(config.accessTokenLifetime()));
    }
}
