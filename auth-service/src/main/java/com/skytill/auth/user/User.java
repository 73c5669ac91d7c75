package com.skytill.auth.user;

import com.skytill.platform.caller.Permission;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.Set;

/**
 * A person of the WISP's staff, or a reseller, who signs in.
 *
 * @param permissions with what each includes
 */
public record User(
        long userId, String username, String name, String email, Set<Permission> permissions, boolean active) {

    public User {
        permissions = Permission.closure(permissions);
    }

    /** Fails with {@code rule_violated} unless the user is active. */
    public void requireActive() {
        if (!active) {
            throw new ProblemException(ProblemCode.RULE_VIOLATED, "The user is not active");
        }
    }
}
