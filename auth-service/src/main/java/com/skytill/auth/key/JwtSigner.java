package com.skytill.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Signs tokens by the key of the day (RFC 7515, ES256). */
@Singleton
public final class JwtSigner {

    private final SigningKeys keys;

    JwtSigner(SigningKeys keys) {
        this.keys = keys;
    }

    /** The signed JWT of these claims. */
    public Uni<SignedJWT> sign(JWTClaimsSet claims) {
        return keys.current().map(key -> sign(claims, key));
    }

    private static SignedJWT sign(JWTClaimsSet claims, ECKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt;
        } catch (JOSEException failed) {
            throw new IllegalStateException("A token can't be signed", failed);
        }
    }
}
