package com.skytill.auth.client;

import com.skytill.platform.caller.Permission;

import java.util.List;
import java.util.Set;

/** A program that calls the API. */
public sealed interface OAuthClient {

    /** What it is called in requests. */
    String clientId();

    /**
     * A client that a user registered; it acts for users.
     *
     * @param ownerId the user it belongs to, and acts for by client_credentials
     * @param confidential whether it has a secret and has to show it
     * @param idTokenAlgorithm what its ID tokens are signed with: {@code RS256} or {@code ES256}
     */
    record Registered(
            String clientId,
            String name,
            List<String> redirectUrls,
            long ownerId,
            boolean confidential,
            String idTokenAlgorithm)
            implements OAuthClient {

        public Registered {
            redirectUrls = List.copyOf(redirectUrls);
        }
    }

    /**
     * A service of the suite; it acts for itself. It lives in the configuration only.
     *
     * @param introspects whether it may ask what a token is
     */
    record Internal(String clientId, Set<Permission> permissions, boolean introspects) implements OAuthClient {

        public Internal {
            permissions = Permission.closure(permissions);
        }
    }
}
