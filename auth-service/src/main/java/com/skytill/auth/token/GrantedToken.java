package com.skytill.auth.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A token just given, to be shown this once.
 *
 * @param token the opaque token itself
 * @param lifetimeSeconds from now
 * @param signIn who signed in and how, when it was given for a code
 */
public record GrantedToken(String token, String scope, long lifetimeSeconds, Optional<SignIn> signIn) {

    /** The sign-in behind a code, for the ID token. */
    public record SignIn(long userId, Instant at, String nonce) {}
}
