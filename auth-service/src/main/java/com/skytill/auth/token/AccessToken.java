package com.skytill.auth.token;

import com.skytill.platform.caller.Permission;

import java.time.Instant;
import java.util.Set;

/**
 * A valid access token with what it stands for.
 *
 * @param permissions the user's, narrowed by the scope
 */
record AccessToken(
        String clientId,
        long userId,
        String username,
        String name,
        String scope,
        Set<Permission> permissions,
        Instant issuedAt,
        Instant expiresAt) {

    AccessToken {
        permissions = Set.copyOf(permissions);
    }
}
