package com.skytill.local.demo;

/** A step of the demo was answered otherwise than it should be; the message says which and how. */
public final class DemoFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** A failure in words. */
    public DemoFailure(String message) {
        super(message);
    }
}
