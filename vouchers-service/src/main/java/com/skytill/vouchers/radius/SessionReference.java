package com.skytill.vouchers.radius;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code Class} carries: which identity logged in, and which claim that made. Routers echo it in every accounting packet
 * (RFC 2865 §5.25), so that a session is found by its key, in one partition, whatever the router does with the user name.
 *
 * @param month the claim's partition: the first day of its month
 */
record SessionReference(long identityId, long sessionId, LocalDate month) {

    private static final Pattern FORM = Pattern.compile("st1/(\\d{1,18})/(\\d{1,18})/(\\d{4}-\\d{2})");

    /** As FreeRADIUS takes octets. */
    String toOctets() {
        var text = "st1/" + identityId + "/" + sessionId + "/" + YearMonth.from(month);
        return "0x" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The reference in that attribute; empty when the Class is somebody else's. */
    static Optional<SessionReference> of(byte[] octets) {
        var form = FORM.matcher(new String(octets, StandardCharsets.US_ASCII));
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SessionReference(
                    Long.parseLong(form.group(1)),
                    Long.parseLong(form.group(2)),
                    YearMonth.parse(form.group(3)).atDay(1)));
        } catch (DateTimeParseException noMonth) {
            return Optional.empty();
        }
    }

    static Optional<SessionReference> in(RadiusAttributes packet) {
        return packet.octets("Class").flatMap(SessionReference::of);
    }
}
