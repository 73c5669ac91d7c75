package com.skytill.auth.session;

import java.time.Instant;

/** A browser in which a user signed in. */
public record BrowserSession(long userId, Instant signedInAt) {}
