package com.skytill.platform.parameter;

/** Says what a value should have looked like, in words for the caller; becomes one fault of its parameter. */
public final class MalformedValue extends RuntimeException {

    public MalformedValue(String message) {
        super(message, null, false, false);
    }
}
