package com.skytill.auth.token;

import java.time.Instant;

/** A new access token with the refresh token that follows it. */
record IssuedPair(IssuedToken access, String refreshToken, Instant refreshExpiresAt) {}
