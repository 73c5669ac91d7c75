package com.skytill.local.suite;

/** The suite can't start, for a reason that its user can understand and mend; the message says all there is to say. */
public final class SuiteFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** A failure in words for the user. */
    public SuiteFailure(String message) {
        super(message);
    }

    /** A failure in words for the user, and what was behind it. */
    public SuiteFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
