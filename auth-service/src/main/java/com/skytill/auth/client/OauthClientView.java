package com.skytill.auth.client;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;
import java.util.List;

/** An OAuth client as answers show it: never its secret, nor the hash. For Jackson. */
@RegisterForReflection
record OauthClientView(
        String clientId,
        String name,
        List<String> redirectUrls,
        boolean confidential,
        String idTokenSignedResponseAlg,
        String username,
        Instant createdAt,
        Instant lastUsedAt) {

    OauthClientView {
        redirectUrls = List.copyOf(redirectUrls);
    }
}
