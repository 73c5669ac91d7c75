package com.skytill.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Signs tokens by the key of the day (RFC 7515). */
@Singleton
public final class JwtSigner {

    private final SigningKeys keys;

    JwtSigner(SigningKeys keys) {
        this.keys = keys;
    }

    /** The signed JWT of these claims. */
    public Uni<SignedJWT> sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JOSEObjectType type) {
        return keys.current(algorithm).map(key -> {
            var header = new JWSHeader.Builder(algorithm)
                    .type(type)
                    .keyID(key.jwk().getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            try {
                jwt.sign(key.signer());
            } catch (JOSEException failed) {
                throw new IllegalStateException("A token can't be signed", failed);
            }
            return jwt;
        });
    }
}
