package com.skytill.gateway.token;

import com.skytill.gateway.answer.Refusal;

import java.util.Set;

/**
 * A good token, ready for use: everything that a request needs of it, so that a known token costs a look-up only.
 *
 * @param authorization the header for the services, with the phantom token
 * @param clientId the OAuth client that uses it
 * @param permissions the names of its user's permissions, narrowed by the token's scope
 * @param deadlineNanos when it must be introspected again, in the ticker's nanoseconds
 */
public record VerifiedToken(String authorization, String clientId, Set<String> permissions, long deadlineNanos)
        implements Verdict {

    public VerifiedToken {
        permissions = Set.copyOf(permissions);
    }

    /** Refuses with 403 when the permission is lacking; null stands for none needed. */
    public void require(String permission) {
        if (permission != null && !permissions.contains(permission)) {
            throw Refusal.lacks(permission);
        }
    }

    @Override
    public String toString() {
        return "VerifiedToken[" + clientId + "]";
    }
}
