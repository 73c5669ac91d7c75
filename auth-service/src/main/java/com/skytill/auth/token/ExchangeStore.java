package com.skytill.auth.token;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The transactions in which a code or a refresh token becomes new tokens, once, whichever replica is asked. */
@Singleton
final class ExchangeStore {

    private final Pool pool;
    private final CodeStore codes;
    private final RefreshTokenStore refreshTokens;
    private final GrantStore grants;

    ExchangeStore(Pool pool, CodeStore codes, RefreshTokenStore refreshTokens, GrantStore grants) {
        this.pool = pool;
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.grants = grants;
    }

    /** What was shown, and what it was turned into. */
    record Exchanged<T>(T shown, IssuedPair pair) {}

    /**
     * Uses the code up and stores the tokens that it is turned into. Of two uses the second waits for the first here, finds
     * the code used, and revokes what the first was given. A use that is not admitted uses the code up too.
     *
     * @param turn the tokens for a code that is admitted
     */
    Uni<Optional<Exchanged<AuthorizationCode>>> redeem(
            String code, String clientId, Instant now, Function<AuthorizationCode, Optional<IssuedPair>> turn) {
        return pool.withTransaction(connection -> codes.use(connection, code, clientId, now)
                .flatMap(found -> {
                    if (found.isEmpty()) {
                        return codes.given(connection, code)
                                .flatMap(grantId -> grantId.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : grants.revoke(connection, grantId.get(), now))
                                .replaceWith(Optional.<Exchanged<AuthorizationCode>>empty());
                    }
                    var pair = turn.apply(found.get());
                    if (pair.isEmpty()) {
                        return Uni.createFrom().item(Optional.<Exchanged<AuthorizationCode>>empty());
                    }
                    return grants.add(connection, found.get(), now)
                            .flatMap(grantId -> codes.gave(connection, code, grantId)
                                    .chain(() -> grants.give(connection, grantId, pair.get())))
                            .replaceWith(Optional.of(new Exchanged<>(found.get(), pair.get())));
                }));
    }

    /**
     * Uses the client's refresh token up and stores what follows it. A token used a second time has been copied: everything
     * that its grant gave ends (RFC 9700 §4.14.2).
     *
     * @param turn the tokens for one that is admitted; its failure leaves the token unused
     */
    Uni<Optional<Exchanged<RefreshToken>>> refresh(
            String token, String clientId, Instant now, Function<RefreshToken, Uni<IssuedPair>> turn) {
        return pool.withTransaction(connection -> refreshTokens
                .lock(connection, token)
                .map(found -> found.filter(shown -> shown.clientId().equals(clientId)))
                .flatMap(found -> {
                    if (found.isPresent() && found.get().used()) {
                        return grants.revoke(connection, found.get().grantId(), now)
                                .replaceWith(Optional.<Exchanged<RefreshToken>>empty());
                    }
                    if (found.isEmpty() || !found.get().admits(now)) {
                        return Uni.createFrom().item(Optional.<Exchanged<RefreshToken>>empty());
                    }
                    return turn.apply(found.get())
                            .flatMap(pair -> refreshTokens
                                    .use(connection, token, now)
                                    .chain(() ->
                                            grants.give(connection, found.get().grantId(), pair))
                                    .replaceWith(Optional.of(new Exchanged<>(found.get(), pair))));
                }));
    }

    /** Ends the grant of the client's refresh token; false when it is another client's. */
    Uni<Boolean> revoke(String refreshToken, String clientId, Instant now) {
        return pool.withTransaction(connection -> refreshTokens
                .lock(connection, refreshToken)
                .flatMap(found -> {
                    if (found.isEmpty() || !found.get().clientId().equals(clientId)) {
                        return Uni.createFrom().item(found.isEmpty());
                    }
                    return grants.revoke(connection, found.get().grantId(), now).replaceWith(true);
                }));
    }
}
