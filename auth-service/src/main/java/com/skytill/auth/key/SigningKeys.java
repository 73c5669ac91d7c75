package com.skytill.auth.key;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The keys that sign tokens, kept sealed in the database so that all replicas sign with the same, and a restart changes
 * nothing. Read again once a minute: a new key is published longer than that before it signs.
 */
@Singleton
public final class SigningKeys {

    /** What tokens are signed by: ES256 the suite's own, RS256 the ID tokens of clients that know nothing else. */
    public static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final SigningKeyStore store;
    private final KeyFactory factory;
    private final KeySchedule schedule;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>();

    SigningKeys(SigningKeyStore store, KeyFactory factory, KeyConfig config, Clock clock) {
        this.store = store;
        this.factory = factory;
        this.schedule = new KeySchedule(config.signsFor(), config.publishedBefore(), config.publishedAfter());
        this.clock = clock;
    }

    private record Known(List<SigningKey> keys, Instant readAt) {}

    /** Makes the keys that are due, the first ones too, and deletes those that nobody needs any more. */
    public Uni<Void> rotate() {
        var now = clock.instant();
        var made = Uni.createFrom().voidItem();
        for (var algorithm : ALGORITHMS) {
            made = made.chain(() -> store.follow(algorithm.getName(), newest -> successor(algorithm, newest, now)));
        }
        return made.chain(() -> store.deleteRetired(now));
    }

    /** The key that signs now. */
    Uni<SigningKey> current(JWSAlgorithm algorithm) {
        return keys().map(keys -> keys.stream()
                .filter(key ->
                        key.algorithm().equals(algorithm) && !key.signsFrom().isAfter(clock.instant()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + algorithm + " key has begun to sign")));
    }

    /** The public halves of all keys that a valid token may be signed with (RFC 7517). */
    public Uni<JWKSet> published() {
        return keys().map(keys -> new JWKSet(keys.stream().map(SigningKey::jwk).toList()).toPublicJWKSet());
    }

    private Uni<Optional<SigningKeyStore.Successor>> successor(
            JWSAlgorithm algorithm, Optional<Instant> newest, Instant now) {
        // The first of all signs at once: there is nobody who would not know it yet.
        var signsFrom = newest.isEmpty() ? Optional.of(now) : schedule.next(newest.get(), now);
        return signsFrom
                .map(from -> factory.make(algorithm, now, from)
                        .map(key -> Optional.of(new SigningKeyStore.Successor(key, schedule.retires(from)))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<List<SigningKey>> keys() {
        var now = clock.instant();
        var last = known.get();
        if (last != null && last.readAt().plus(KNOWN_FOR).isAfter(now)) {
            return Uni.createFrom().item(last.keys());
        }
        return store.published(now)
                .map(stored -> stored.stream().map(factory::open).toList())
                .invoke(keys -> known.set(new Known(keys, now)));
    }
}
