package com.skytill.platform.parameter;

/** Says what a value should have looked like; becomes one fault of its parameter. */
final class MalformedValue extends RuntimeException {

    MalformedValue(String message) {
        super(message, null, false, false);
    }
}
