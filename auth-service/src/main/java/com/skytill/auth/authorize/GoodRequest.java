package com.skytill.auth.authorize;

import com.skytill.auth.session.BrowserSession;

import java.time.Duration;
import java.time.Instant;

/**
 * An authorization request that may go on (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1).
 *
 * @param challenge of PKCE; null when a confidential client does without
 * @param nonce for the ID token; null when none
 * @param silent whether no page may be shown ({@code prompt=none})
 * @param asksSignIn whether the user has to sign in although signed in ({@code prompt=login})
 * @param asksConsent whether the user has to consent although that was done ({@code prompt=consent})
 * @param maxAge how long ago the sign-in may be; null for any time
 * @param loginHint whom the client expects; empty when it does not say
 */
record GoodRequest(
        Target target,
        String scope,
        String challenge,
        String nonce,
        boolean silent,
        boolean asksSignIn,
        boolean asksConsent,
        Duration maxAge,
        String loginHint) {

    /** Whether the user's sign-in will do. One that was made for this very request always does. */
    boolean accepts(BrowserSession session, Instant now) {
        if (session.signedInForThis()) {
            return true;
        }
        return !asksSignIn
                && (maxAge == null || !session.signedInAt().plus(maxAge).isBefore(now));
    }

    /** Whether the user has to be asked, going by what was consented to before. */
    boolean needsConsent(BrowserSession session, boolean covered) {
        return !session.consentedForThis() && (asksConsent || !covered);
    }
}
