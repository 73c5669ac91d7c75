package com.skytill.auth.user;

import com.skytill.platform.caller.Permission;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;
import java.util.List;

/** A user as answers show it: never the password, nor its hash. For Jackson. */
@RegisterForReflection
public record UserView(
        long userId,
        String username,
        String name,
        String email,
        List<String> permissions,
        boolean active,
        Instant createdAt) {

    public UserView {
        permissions = List.copyOf(permissions);
    }

    static UserView of(Account account) {
        var user = account.user();
        return new UserView(
                user.userId(),
                user.username(),
                user.name(),
                user.email(),
                user.permissions().stream().map(Permission::code).toList(),
                user.active(),
                account.createdAt());
    }
}
