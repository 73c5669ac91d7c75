package com.skytill.testing.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;

import java.time.Instant;
import java.util.List;

/**
 * Builds the tokens that a service sees, as auth-service signs them; start from {@link #of} and change one thing.
 *
 * @param lifetimeSeconds negative for one that has ended
 */
public record TestToken(
        String subject,
        String username,
        String clientId,
        String issuer,
        String audience,
        long lifetimeSeconds,
        List<String> permissions) {

    /** The issuer that services under test trust. */
    public static final String ISSUER = "http://skytill.test";

    /** A good token of a user with these permissions. */
    public static TestToken of(String... permissions) {
        return new TestToken("7", "thandi", "pos-till", ISSUER, "skytill", 300, List.of(permissions));
    }

    /** A good token of an administrator, who may do everything. */
    public static TestToken administrator() {
        return of(
                "customers_write",
                "radius_write",
                "products_write",
                "sales_write",
                "helpdesk_write",
                "accounting_write",
                "review_write",
                "system_write");
    }

    /** The same for another user. */
    public TestToken by(String otherSubject, String otherUsername) {
        return new TestToken(otherSubject, otherUsername, clientId, issuer, audience, lifetimeSeconds, permissions);
    }

    /** The same through another client. */
    public TestToken through(String otherClient) {
        return new TestToken(subject, username, otherClient, issuer, audience, lifetimeSeconds, permissions);
    }

    /** The same from another issuer. */
    public TestToken from(String otherIssuer) {
        return new TestToken(subject, username, clientId, otherIssuer, audience, lifetimeSeconds, permissions);
    }

    /** The same for another audience. */
    public TestToken to(String otherAudience) {
        return new TestToken(subject, username, clientId, issuer, otherAudience, lifetimeSeconds, permissions);
    }

    /** The same, but ended long ago. */
    public TestToken expired() {
        return new TestToken(subject, username, clientId, issuer, audience, -3600, permissions);
    }

    /** The signed JWT. */
    public String sign() {
        var now = Instant.now();
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject(subject)
                .issuedAt(now.plusSeconds(Math.min(0, lifetimeSeconds)))
                .expiresAt(now.plusSeconds(lifetimeSeconds))
                .claim("client_id", clientId)
                .claim("username", username)
                .claim("name", "Thandi Mokoena")
                .claim("scope", "")
                .claim("permissions", permissions)
                .jws()
                .keyId(TestKey.ID)
                .algorithm(SignatureAlgorithm.ES256)
                .sign(TestKey.privateKey());
    }

    /** The value of an {@code Authorization} header. */
    public String bearer() {
        return "Bearer " + sign();
    }
}
