package com.skytill.vouchers.radius;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.skytill.vouchers.session.SessionKeys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A packet's attributes as rlm_rest sends them: {@code {"User-Name": {"type": "string", "value": ["…"]}}}. What a device or a
 * router writes into them is anybody's guess, so every reading is bounded, and what can't be read is absent.
 */
final class RadiusAttributes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 253;
    private static final String HEX = "0x";

    private final JsonNode attributes;

    private RadiusAttributes(JsonNode attributes) {
        this.attributes = attributes;
    }

    /** Fails when the bytes are no JSON object. */
    static RadiusAttributes parse(byte[] json) throws IOException {
        JsonNode node = JSON.readTree(json);
        if (node == null || !node.isObject()) {
            throw new IOException("A packet is one JSON object");
        }
        return new RadiusAttributes(node);
    }

    /** The first value as text without control characters, at most 253 characters. */
    Optional<String> text(String attribute) {
        return raw(attribute)
                .map(RadiusAttributes::decode)
                .map(RadiusAttributes::printable)
                .filter(text -> !text.isEmpty());
    }

    /** The first value as it came, for passwords: nothing removed, empty kept. */
    Optional<String> exactText(String attribute) {
        return raw(attribute).map(RadiusAttributes::decode);
    }

    /** The first value as an unsigned integer of 32 bits. */
    OptionalLong unsigned(String attribute) {
        var raw = raw(attribute).filter(text -> text.matches("\\d{1,10}")).map(Long::valueOf);
        return raw.isPresent() && raw.get() <= 0xFFFF_FFFFL ? OptionalLong.of(raw.get()) : OptionalLong.empty();
    }

    /** The first value as bytes, which come as hexadecimal. */
    Optional<byte[]> octets(String attribute) {
        return raw(attribute)
                .filter(text -> text.regionMatches(true, 0, HEX, 0, 2) && text.length() <= 2 + 2 * LONGEST)
                .flatMap(text -> hex(text.substring(2)));
    }

    /** The first value as an IP address in its shortest usual form. */
    Optional<String> address(String attribute) {
        return raw(attribute).flatMap(SessionKeys::address);
    }

    /** Whether the packet has it at all. */
    boolean has(String attribute) {
        return attributes.has(attribute);
    }

    private Optional<String> raw(String attribute) {
        JsonNode value = attributes.path(attribute).path("value").path(0);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static Optional<byte[]> hex(String digits) {
        try {
            return Optional.of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Text beyond ASCII comes byte by byte, each as a character: UTF-8 when it is well-formed, else as it is. */
    private static String decode(String text) {
        if (text.chars().allMatch(character -> character < 0x80)
                || text.chars().anyMatch(character -> character > 0xFF)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin) {
            return text;
        }
    }

    /** PostgreSQL keeps no NUL, and nobody wants to read the other control characters or half of a surrogate pair. */
    private static String printable(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .filter(character -> !Character.isISOControl(character)
                        && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE))
                .limit(LONGEST)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
