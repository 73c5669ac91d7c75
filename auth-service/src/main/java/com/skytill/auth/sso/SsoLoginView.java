package com.skytill.auth.sso;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;

/** A link that signs a user in, without its secret. For Jackson. */
@RegisterForReflection
record SsoLoginView(String username, String url, Instant expiresAt) {}
