package com.skytill.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.skytill.platform.secret.SecretBox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.util.UUID;

/** Makes signing keys, seals them for the database, and opens them again. */
@Singleton
final class KeyFactory {

    private static final String SEALED = "signing_keys.sealed_jwk";
    private static final int RSA_BITS = 2048;

    private final SecretBox box;
    private final SecureRandom random;
    private final Vertx vertx;

    KeyFactory(SecretBox box, SecureRandom random, Vertx vertx) {
        this.vertx = vertx;
        this.box = box;
        this.random = random;
    }

    /** A new key, made off the event loop: finding an RSA key may take seconds. */
    Uni<SigningKeyStore.StoredKey> make(JWSAlgorithm algorithm, Instant now, Instant signsFrom) {
        return vertx.executeBlocking(() -> {
            var jwk = generate(algorithm);
            return new SigningKeyStore.StoredKey(
                    jwk.getKeyID(), algorithm.getName(), box.seal(jwk.toJSONString(), SEALED), now, signsFrom);
        });
    }

    SigningKey open(SigningKeyStore.StoredKey stored) {
        try {
            var jwk = JWK.parse(box.open(stored.sealedJwk(), SEALED));
            return new SigningKey(jwk, signer(jwk), JWSAlgorithm.parse(stored.algorithm()), stored.signsFrom());
        } catch (ParseException | JOSEException damaged) {
            throw new IllegalStateException("A stored signing key is no JWK", damaged);
        }
    }

    private JWK generate(JWSAlgorithm algorithm) {
        String keyId = UUID.randomUUID().toString();
        try {
            return JWSAlgorithm.RS256.equals(algorithm)
                    ? new RSAKeyGenerator(RSA_BITS)
                            .secureRandom(random)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm)
                            .keyID(keyId)
                            .generate()
                    : new ECKeyGenerator(Curve.P_256)
                            .secureRandom(random)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm)
                            .keyID(keyId)
                            .generate();
        } catch (JOSEException missing) {
            throw new IllegalStateException("RSA and P-256 are part of every Java", missing);
        }
    }

    private static JWSSigner signer(JWK jwk) throws JOSEException {
        return JWSAlgorithm.RS256.equals(jwk.getAlgorithm())
                ? new RSASSASigner(jwk.toRSAKey())
                : new ECDSASigner(jwk.toECKey());
    }
}
