package com.skytill.auth.user;

import com.skytill.platform.caller.Permission;
import com.skytill.platform.parameter.ParameterReader;

import java.util.Set;

/**
 * A user as it is asked for.
 *
 * @param email may be null
 * @param password null when one is to be made
 */
record NewUser(String username, String name, String email, Set<Permission> permissions, String password) {

    NewUser {
        permissions = permissions == null ? Set.of() : permissions;
    }

    static NewUser read(ParameterReader in) {
        var user = new NewUser(
                UserParameters.username(in).mandatory(),
                UserParameters.name(in).mandatory(),
                UserParameters.email(in).optional(),
                UserParameters.permissions(in),
                UserParameters.password(
                                in,
                                "At least 12 characters, at most 72 bytes as UTF-8; made, and shown once, when absent")
                        .optional());
        if (UserParameters.same(user.password, user.username)) {
            in.refuse("password", "must not be the username");
        }
        return user;
    }
}
