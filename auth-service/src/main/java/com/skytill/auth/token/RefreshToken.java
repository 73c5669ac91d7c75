package com.skytill.auth.token;

import java.time.Instant;

/**
 * A refresh token with the grant that it belongs to (RFC 6749 §1.5).
 *
 * @param scope the grant's: a new token may be narrower, never wider
 * @param live whether the grant stands and its user is active
 */
public record RefreshToken(
        long grantId,
        String clientId,
        long userId,
        String scope,
        Instant signedInAt,
        Instant expiresAt,
        boolean used,
        boolean live) {

    /** Whether it gives a new token now. */
    boolean admits(Instant now) {
        return live && !used && expiresAt.isAfter(now);
    }
}
