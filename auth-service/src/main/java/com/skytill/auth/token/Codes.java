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
    private final Tokens tokens;
    private final Opaque opaque;
    private final Clock clock;

    Codes(CodeStore store, Tokens tokens, Opaque opaque, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.opaque = opaque;
        this.clock = clock;
    }

    /** A new code bound to all of this. */
    public Uni<String> give(AuthorizationCode bound) {
        String code = opaque.next("");
        return store.add(code, bound).replaceWith(code);
    }

    /** The token for the code, if the client shows what it is bound to, for the first time. */
    public Uni<Optional<GrantedToken>> redeem(String code, String clientId, String redirectUrl, CodeVerifier verifier) {
        var now = clock.instant();
        return store.redeem(
                        code,
                        clientId,
                        now,
                        bound -> bound.admits(redirectUrl, verifier, now)
                                ? Optional.of(tokens.prepare(bound.clientId(), bound.userId(), bound.scope(), code))
                                : Optional.empty())
                .map(redeemed -> redeemed.map(done -> tokens.granted(
                        done.token(),
                        Optional.of(new GrantedToken.SignIn(
                                done.code().userId(),
                                done.code().signedInAt(),
                                done.code().nonce())))));
    }
}
