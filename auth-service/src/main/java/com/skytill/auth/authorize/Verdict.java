package com.skytill.auth.authorize;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** What came of looking at an authorization request. */
sealed interface Verdict {

    /** It may go on. */
    record Good(GoodRequest request) implements Verdict {}

    /** It may not; the client is told at its address (RFC 6749 §4.1.2.1). */
    record Bad(Target target, ErrorObject error) implements Verdict {}

    /** Neither client nor address can be trusted: the person is told, nobody is redirected. */
    record Untrusted(String reason) implements Verdict {}
}
