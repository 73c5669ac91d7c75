package com.skytill.gateway.token;

/** A token that auth-service called inactive: expired, revoked or never issued; it does not say which. */
record RefusedToken(long deadlineNanos) implements Verdict {}
