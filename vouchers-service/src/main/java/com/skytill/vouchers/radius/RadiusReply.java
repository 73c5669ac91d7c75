package com.skytill.vouchers.radius;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * An answer to rlm_rest. Nothing is expanded ({@code do_xlat}): what users type may look like an expression. A value that FreeRADIUS
 * can't read is dropped there and the user let in without the limit, so numbers are checked here.
 */
final class RadiusReply {

    private static final long LARGEST = 0xFFFF_FFFFL;

    private final JsonObject json = new JsonObject();

    /** What FreeRADIUS compares with, or is told to do. */
    RadiusReply control(String attribute, String value) {
        json.put(
                "control:" + attribute,
                new JsonObject()
                        .put("op", ":=")
                        .put("value", new JsonArray().add(escaped(value)))
                        .put("do_xlat", false));
        return this;
    }

    RadiusReply text(String attribute, String value) {
        json.put(
                "reply:" + attribute,
                new JsonObject()
                        .put("op", ":=")
                        .put("value", new JsonArray().add(escaped(value)))
                        .put("do_xlat", false));
        return this;
    }

    /** Fails when it does not fit 32 bits unsigned: a limit that would not hold must not be sent. */
    RadiusReply number(String attribute, long value) {
        if (value < 0 || value > LARGEST) {
            throw new IllegalArgumentException(attribute + " must fit 32 bits");
        }
        return text(attribute, Long.toString(value));
    }

    /** FreeRADIUS reads a backslash as the beginning of an escape, also where it expands nothing. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }

    String toJson() {
        return json.encode();
    }
}
