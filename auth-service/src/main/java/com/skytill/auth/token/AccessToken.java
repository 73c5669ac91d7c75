package com.skytill.auth.token;

import com.skytill.platform.caller.Permission;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A valid access token with what it stands for.
 *
 * @param scope what it was narrowed to; empty when it was not
 * @param permissions the user's, narrowed by the scope
 * @param lastUsedAt at most a minute behind; null when it was not used yet
 */
public record AccessToken(
        String clientId,
        long userId,
        String username,
        String name,
        String scope,
        Set<Permission> permissions,
        Instant issuedAt,
        Instant expiresAt,
        Instant lastUsedAt) {

    // With the 10 seconds for which the gateway may believe a token unasked: within the minute that is promised.
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(45);

    public AccessToken {
        permissions = Set.copyOf(permissions);
    }

    /** Whether its last use was written too long ago to leave this one out. */
    boolean useUnwritten(Instant now) {
        return lastUsedAt == null || lastUsedAt.isBefore(writtenSince(now));
    }

    static Instant writtenSince(Instant now) {
        return now.minus(WRITTEN_EVERY);
    }
}
