package com.skytill.auth.user;

import com.skytill.platform.caller.Permission;

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
}
