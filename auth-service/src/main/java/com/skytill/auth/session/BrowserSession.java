package com.skytill.auth.session;

import java.time.Instant;

/**
 * A browser in which a user signed in.
 *
 * @param signedInForThis whether the sign-in was made for the request at hand
 * @param consentedForThis whether the user consented to the request at hand, just now
 */
public record BrowserSession(long userId, Instant signedInAt, boolean signedInForThis, boolean consentedForThis) {}
