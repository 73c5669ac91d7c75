package com.skytill.platform.update;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;

/** Which submissions of an operation wait for review (domain rule: review). */
public enum ReviewPolicy {
    /** Every one; its submitter can't approve it. */
    ALWAYS,
    /** Those of callers who could not approve it themselves. */
    UNTRUSTED,
    /** None. */
    NEVER;

    boolean waits(Caller submitter) {
        return switch (this) {
            case ALWAYS -> true;
            case UNTRUSTED -> !submitter.may(Permission.REVIEW_WRITE);
            case NEVER -> false;
        };
    }
}
