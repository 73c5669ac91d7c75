package com.skytill.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.skytill.platform.secret.SecretBox;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The keys that sign tokens (ES256), kept sealed in the database so that all replicas sign with the same, and a restart changes
 * nothing. Read again once a minute: a new key is published that long before it signs at the least.
 */
@Singleton
public final class SigningKeys {

    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final String SEALED = "signing_keys.sealed_jwk";

    private final SigningKeyStore store;
    private final SecretBox box;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>();

    SigningKeys(SigningKeyStore store, SecretBox box, Clock clock) {
        this.store = store;
        this.box = box;
        this.clock = clock;
    }

    private record Key(ECKey jwk, Instant signsFrom) {}

    private record Known(List<Key> keys, Instant readAt) {}

    /** The key that signs now. */
    public Uni<ECKey> current() {
        return keys().map(keys -> keys.stream()
                .filter(key -> !key.signsFrom().isAfter(clock.instant()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No signing key has begun to sign"))
                .jwk());
    }

    /** The public halves of all keys that a valid token may be signed with (RFC 7517). */
    Uni<JWKSet> published() {
        return keys().map(keys ->
                new JWKSet(keys.stream().map(key -> (JWK) key.jwk()).toList()).toPublicJWKSet());
    }

    private Uni<List<Key>> keys() {
        var now = clock.instant();
        var last = known.get();
        if (last != null && last.readAt().plus(KNOWN_FOR).isAfter(now)) {
            return Uni.createFrom().item(last.keys());
        }
        return store.published(now)
                .flatMap(keys -> keys.isEmpty()
                        ? store.addFirst(generate(now)).flatMap(ignored -> store.published(now))
                        : Uni.createFrom().item(keys))
                .map(stored -> stored.stream()
                        .map(key -> new Key(open(key.sealedJwk()), key.signsFrom()))
                        .toList())
                .invoke(keys -> known.set(new Known(keys, now)));
    }

    private SigningKeyStore.StoredKey generate(Instant now) {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            return new SigningKeyStore.StoredKey(key.getKeyID(), box.seal(key.toJSONString(), SEALED), now);
        } catch (JOSEException missing) {
            throw new IllegalStateException("P-256 is part of every Java", missing);
        }
    }

    private ECKey open(String sealed) {
        try {
            return ECKey.parse(box.open(sealed, SEALED));
        } catch (ParseException damaged) {
            throw new IllegalStateException("A stored signing key is no JWK", damaged);
        }
    }
}
