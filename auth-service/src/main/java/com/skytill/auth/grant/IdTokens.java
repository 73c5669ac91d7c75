package com.skytill.auth.grant;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.skytill.auth.key.JwtSigner;
import com.skytill.auth.token.GrantedToken;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Date;

/** Makes the token that tells a client who signed in (OpenID Connect Core §2). */
@Singleton
final class IdTokens {

    private final JwtSigner signer;
    private final String issuer;
    private final Clock clock;

    IdTokens(JwtSigner signer, @ConfigProperty(name = "skytill.public-url") String issuer, Clock clock) {
        this.signer = signer;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The ID token of who signed in, signed as the client wants it. */
    Uni<String> of(GrantedToken granted, String clientId, JWSAlgorithm algorithm) {
        var signIn = granted.signIn().orElseThrow();
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(Long.toString(signIn.userId()))
                .audience(clientId)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(granted.lifetimeSeconds())))
                .claim("auth_time", signIn.at().getEpochSecond())
                .claim("nonce", signIn.nonce())
                .claim(
                        "at_hash",
                        AccessTokenHash.compute(new BearerAccessToken(granted.token()), algorithm, null)
                                .getValue())
                .build();
        return signer.sign(claims, algorithm, JOSEObjectType.JWT).map(SignedJWT::serialize);
    }
}
