package com.skytill.testing.nas;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a RADIUS server answered.
 *
 * @param code Access-Accept, Access-Reject or Accounting-Response; empty when it did not answer
 * @param attributes by name, as radclient prints them, without quotes; the last of several
 */
public record RadReply(String code, Map<String, String> attributes) {

    public RadReply {
        attributes = Map.copyOf(attributes);
    }

    /** Reads what {@code radclient -x} prints. */
    static RadReply parse(String output) {
        String code = "";
        var attributes = new LinkedHashMap<String, String>();
        for (String line : output.lines().toList()) {
            if (line.startsWith("Received ")) {
                code = line.split(" ", 3)[1];
            } else if (!code.isEmpty() && line.startsWith("\t") && line.contains(" = ")) {
                String[] parts = line.strip().split(" = ", 2);
                attributes.put(parts[0], parts[1].replaceAll("^\"|\"$", ""));
            }
        }
        return new RadReply(code, attributes);
    }

    /** Whether the login was let in. */
    public boolean accepted() {
        return code.equals("Access-Accept");
    }

    /** Whether the login was refused. */
    public boolean rejected() {
        return code.equals("Access-Reject");
    }

    /** Whether the accounting packet was acknowledged. */
    public boolean acknowledged() {
        return code.equals("Accounting-Response");
    }

    /** The attribute's value, or null. */
    public String get(String attribute) {
        return attributes.get(attribute);
    }
}
