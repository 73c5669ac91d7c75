package com.skytill.gateway.access;

import java.util.HexFormat;

/** Writes one flat JSON object on one line (RFC 8259), without a tree of objects: it happens on every request. */
final class JsonLine {

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder text = new StringBuilder(256);

    /** Adds that member; leaves it out when there is no value. */
    JsonLine add(String name, String value) {
        if (value != null) {
            name(name);
            text.append('"');
            for (int i = 0; i < value.length(); i++) {
                escaped(value.charAt(i));
            }
            text.append('"');
        }
        return this;
    }

    JsonLine add(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    /** Adds a time in milliseconds, with its microseconds behind the point. */
    JsonLine addMillis(String name, long nanos) {
        name(name);
        long micros = Math.max(0, nanos) / 1000;
        text.append(micros / 1000).append('.');
        long rest = micros % 1000;
        text.append(rest < 10 ? "00" : rest < 100 ? "0" : "").append(rest);
        return this;
    }

    JsonLine addTrue(String name) {
        name(name);
        text.append("true");
        return this;
    }

    private void name(String name) {
        text.append(text.isEmpty() ? "{\"" : ",\"").append(name).append("\":");
    }

    /** Everything outside of printable ASCII too: no reader of logs can be led astray by a character's looks. */
    private void escaped(char c) {
        if (c == '"' || c == '\\') {
            text.append('\\').append(c);
        } else if (c < 0x20 || c > 0x7e) {
            text.append("\\u").append(HEX.toHexDigits(c));
        } else {
            text.append(c);
        }
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "{}" : text + "}";
    }
}
