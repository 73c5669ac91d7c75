package com.skytill.local.demonstration;

/** The demonstration's data could not be completed; the message says which call was answered otherwise than it should be. */
public final class DemonstrationFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** A failure in words. */
    public DemonstrationFailure(String message) {
        super(message);
    }

    /** A failure in words, and what was behind it. */
    public DemonstrationFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
