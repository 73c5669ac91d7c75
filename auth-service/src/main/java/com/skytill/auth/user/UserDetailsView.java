package com.skytill.auth.user;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;
import java.util.List;

/** Who a token speaks for, as the answer shows it. For Jackson. */
@RegisterForReflection
record UserDetailsView(
        Long userId,
        String username,
        String name,
        String email,
        List<String> permissions,
        String clientId,
        String scope,
        Instant tokenExpiresAt) {

    UserDetailsView {
        permissions = List.copyOf(permissions);
    }
}
