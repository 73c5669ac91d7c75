package com.skytill.auth.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A token just given, to be shown this once.
 *
 * @param token the opaque token itself
 * @param lifetimeSeconds from now
 * @param refreshToken for the next one; none when the client acts for its owner
 * @param signIn who signed in and when, when a person did
 */
public record GrantedToken(
        String token, String scope, long lifetimeSeconds, Optional<String> refreshToken, Optional<SignIn> signIn) {

    /** The sign-in behind a grant, for the ID token. */
    public record SignIn(long userId, Instant at, String nonce) {}
}
