package com.skytill.auth.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.skytill.auth.client.OAuthClient;
import com.skytill.auth.key.JwtSigner;
import com.skytill.platform.caller.Permission;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;

/**
 * Makes the short-lived signed tokens that services see: behind the gateway in place of an opaque token, and for services that
 * call on their own behalf.
 */
@Singleton
public final class PhantomTokens {

    /** Who they are for. */
    public static final String AUDIENCE = "skytill";

    // RFC 9068 §2.1: no ID token is taken for one of these.
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final JwtSigner signer;
    private final TokenConfig config;
    private final String issuer;
    private final Clock clock;

    PhantomTokens(
            JwtSigner signer,
            TokenConfig config,
            @ConfigProperty(name = "skytill.public-url") String issuer,
            Clock clock) {
        this.signer = signer;
        this.config = config;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** How long they live, in seconds. */
    public long lifetimeSeconds() {
        return config.phantomTokenLifetime().toSeconds();
    }

    /** The signed token of a service that calls on its own behalf. */
    public Uni<SignedJWT> of(OAuthClient.Internal client) {
        var now = clock.instant();
        var claims = claims(now, client.permissions())
                .subject(client.clientId())
                .claim("client_id", client.clientId())
                .claim("username", client.clientId())
                .claim("name", client.clientId())
                .claim("token_exp", now.plus(config.phantomTokenLifetime()).getEpochSecond());
        return signer.sign(claims.build(), JWSAlgorithm.ES256, TYPE);
    }

    /** The signed token that stands for an opaque one; it ends no later than that. */
    Uni<SignedJWT> of(AccessToken token) {
        var now = clock.instant();
        var claims = claims(now, token.permissions())
                .subject(Long.toString(token.userId()))
                .claim("client_id", token.clientId())
                .claim("username", token.username())
                .claim("name", token.name())
                // The library leaves a claim that is null out; an empty scope is no scope (RFC 6749 §3.3).
                .claim("scope", token.scope().isEmpty() ? null : token.scope())
                .claim("token_exp", token.expiresAt().getEpochSecond());
        var end = now.plus(config.phantomTokenLifetime());
        claims.expirationTime(Date.from(end.isBefore(token.expiresAt()) ? end : token.expiresAt()));
        return signer.sign(claims.build(), JWSAlgorithm.ES256, TYPE);
    }

    private JWTClaimsSet.Builder claims(Instant now, Collection<Permission> permissions) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(config.phantomTokenLifetime())))
                .jwtID(UUID.randomUUID().toString())
                .claim(
                        "permissions",
                        permissions.stream().map(Permission::code).sorted().toList());
    }
}
