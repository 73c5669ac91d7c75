package com.skytill.platform.caller;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.time.Instant;
import java.util.Set;

/**
 * Who calls, as the signed token says: services trust nothing else.
 *
 * @param subject the user's ID, or the client's for a service on its own behalf
 * @param username what the user signs in with
 * @param name the user's own name
 * @param clientId the OAuth client that the call comes through
 * @param scope the token's scope, space separated; empty when it does not narrow
 * @param permissions what the user may do, narrowed by the scope, with what each includes
 * @param tokenExpiresAt when the caller's own token ends; null when not known
 */
public record Caller(
        String subject,
        String username,
        String name,
        String clientId,
        String scope,
        Set<Permission> permissions,
        Instant tokenExpiresAt) {

    public Caller {
        permissions = Permission.closure(permissions);
    }

    /** Whether the caller holds it. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Fails with {@code insufficient_permission}, which names it, unless the caller holds it. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new ProblemException(
                    ProblemCode.INSUFFICIENT_PERMISSION, "This needs the permission " + permission.code());
        }
    }
}
