package com.skytill.auth.user;

import com.skytill.platform.caller.Permission;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A user as those who keep users see it.
 *
 * @param user who it is and what it may do
 * @param createdAt when it was added
 */
record Account(User user, Instant createdAt) {

    /** Whether it can keep users, so that the last such one must stay. */
    boolean administers() {
        return user.active() && user.permissions().contains(Permission.SYSTEM_WRITE);
    }

    /** What it may do after the changes that it may not do now. */
    Set<Permission> gains(UserChanges changes) {
        var after = changes.of(this).user();
        var gained = EnumSet.noneOf(Permission.class);
        gained.addAll(after.permissions());
        boolean comesBack = after.active() && !user.active();
        if (!comesBack) {
            gained.removeAll(user.permissions());
        }
        return gained;
    }
}
