package com.skytill.auth.token;

import java.time.Instant;

/**
 * A new access token and what it stands for.
 *
 * @param token the opaque token itself
 */
record IssuedToken(String token, String clientId, long userId, String scope, Instant issuedAt, Instant expiresAt) {}
