package com.skytill.auth.token;

import java.time.Instant;

/**
 * What a new access token stands for.
 *
 * @param code the authorization code that it is given for; null when none was
 */
record IssuedToken(String clientId, long userId, String scope, Instant issuedAt, Instant expiresAt, String code) {}
