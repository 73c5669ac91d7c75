package com.skytill.auth.user;

import com.skytill.platform.caller.Permission;
import com.skytill.platform.parameter.ParameterReader;

import java.util.Set;

/**
 * What is to become of a user; absent values are null and stay as they are.
 *
 * @param username which user, or null when told by its ID
 * @param userId which user, or null when told by its username
 */
record UserChanges(
        String username,
        Long userId,
        String name,
        String email,
        Set<Permission> permissions,
        Boolean active,
        String password) {

    static UserChanges read(ParameterReader in) {
        var changes = new UserChanges(
                in.text("username", "Which user; or user_id").max(100).optional(),
                in.id("user_id", "Which user; or username").optional(),
                UserParameters.name(in).optional(),
                UserParameters.email(in).optional(),
                UserParameters.permissions(in),
                in.flag("active", "Whether the user may sign in and be acted for; false ends all that it has running")
                        .optional(),
                UserParameters.password(in, "A new password: at least 12 characters, at most 72 bytes as UTF-8")
                        .optional());
        if (in.given("username") == in.given("user_id")) {
            in.refuse("username", "give either this or user_id");
        }
        boolean some = in.given("name") || in.given("email") || in.given("permissions") || in.given("active");
        if (!some && !in.given("password")) {
            in.refuse("name", "give at least one of name, email, permissions, active and password");
        }
        return changes;
    }

    /** The account with the changes made. */
    Account of(Account before) {
        var user = before.user();
        return new Account(
                new User(
                        user.userId(),
                        user.username(),
                        name == null ? user.name() : name,
                        email == null ? user.email() : email,
                        permissions == null ? user.permissions() : permissions,
                        active == null ? user.active() : active),
                before.createdAt());
    }

    /** Whether it may take from the user what keeps an installation manageable. */
    boolean mayEndAdministration() {
        return Boolean.FALSE.equals(active) || (permissions != null && !permissions.contains(Permission.SYSTEM_WRITE));
    }

    /** Whether all that the user has running has to end. */
    boolean endsSessions(Account before) {
        return password != null || (active != null && active != before.user().active());
    }
}
