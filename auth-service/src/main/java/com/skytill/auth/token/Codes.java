package com.skytill.auth.token;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.skytill.auth.opaque.Opaque;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Gives authorization codes and turns them into tokens. */
@Singleton
public final class Codes {

    /** How long a code lives. */
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private final CodeStore store;
    private final ExchangeStore exchanges;
    private final Tokens tokens;
    private final Opaque opaque;
    private final Clock clock;

    Codes(CodeStore store, ExchangeStore exchanges, Tokens tokens, Opaque opaque, Clock clock) {
        this.store = store;
        this.exchanges = exchanges;
        this.tokens = tokens;
        this.opaque = opaque;
        this.clock = clock;
    }

    /** A new code bound to all of this, while the session of that cookie is there; empty when it has ended. */
    public Uni<Optional<String>> give(AuthorizationCode bound, String session) {
        String code = opaque.next("");
        return store.add(code, bound, session).map(added -> added ? Optional.of(code) : Optional.empty());
    }

    /** The tokens for the code, if the client shows what it is bound to, for the first time. */
    public Uni<Optional<GrantedToken>> redeem(String code, String clientId, String redirectUrl, CodeVerifier verifier) {
        var now = clock.instant();
        return exchanges
                .redeem(
                        code,
                        clientId,
                        now,
                        bound -> bound.admits(redirectUrl, verifier, now)
                                ? Optional.of(tokens.pair(bound.clientId(), bound.userId(), bound.scope(), now))
                                : Optional.empty())
                .map(redeemed -> redeemed.map(done -> Tokens.granted(
                        done.pair(),
                        new GrantedToken.SignIn(
                                done.shown().userId(),
                                done.shown().signedInAt(),
                                done.shown().nonce()))));
    }
}
