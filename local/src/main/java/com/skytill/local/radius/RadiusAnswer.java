package com.skytill.local.radius;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a RADIUS server answered.
 *
 * @param code for example {@code Access-Accept}; {@code no answer} when there was none
 * @param attributes name and value of each, in the order of the packet
 * @param output everything {@code radclient} said
 */
public record RadiusAnswer(String code, List<Attribute> attributes, String output) {

    /** The code of an answer that never came. */
    public static final String NONE = "no answer";

    private static final Pattern RECEIVED = Pattern.compile("^Received (\\S+) Id .*");
    private static final Pattern ATTRIBUTE = Pattern.compile("^\\s+([A-Za-z0-9-]+) = (.*)$");

    public RadiusAnswer {
        attributes = List.copyOf(attributes);
    }

    /**
     * One attribute of the answer.
     *
     * @param value as text, without quotation marks
     */
    public record Attribute(String name, String value) {}

    static RadiusAnswer parse(String output) {
        var code = NONE;
        var attributes = new ArrayList<Attribute>();
        for (var line : output.lines().toList()) {
            var received = RECEIVED.matcher(line);
            if (received.matches()) {
                code = received.group(1);
                continue;
            }
            var attribute = ATTRIBUTE.matcher(line);
            if (!code.equals(NONE) && attribute.matches()) {
                attributes.add(new Attribute(attribute.group(1), unquoted(attribute.group(2))));
            }
        }
        return new RadiusAnswer(code, attributes, output);
    }

    /** The first value of an attribute. */
    public Optional<String> attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(Attribute::value)
                .findFirst();
    }

    public boolean isAccept() {
        return code.equals("Access-Accept");
    }

    public boolean isReject() {
        return code.equals("Access-Reject");
    }

    public boolean isAccountingResponse() {
        return code.equals("Accounting-Response");
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
