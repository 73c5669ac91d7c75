package com.skytill.gateway.token;

/** What is known of a token, until a time by the cache's clock. */
sealed interface Verdict permits VerifiedToken, RefusedToken {

    /** When it must not be used any more, in the ticker's nanoseconds. */
    long deadlineNanos();
}
