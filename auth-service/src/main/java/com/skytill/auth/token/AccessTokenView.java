package com.skytill.auth.token;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;

/** An access token as answers show it: never the token, nor its hash. For Jackson. */
@RegisterForReflection
record AccessTokenView(
        long tokenId,
        String clientId,
        String username,
        String scope,
        Instant issuedAt,
        Instant expiresAt,
        Instant lastUsedAt) {}
