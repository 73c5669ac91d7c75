package com.skytill.local.radius;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Disconnect-Request (RFC 5176 §3) whose signature was right.
 *
 * @param identifier the byte that matches the answer to the request
 * @param authenticator the request's authenticator, in hexadecimal: the same in a repetition
 * @param attributes the value of each attribute by its number (RFC 2865 §5)
 */
public record DisconnectRequest(int identifier, String authenticator, Map<Integer, byte[]> attributes) {

    private static final int CODE = 40;
    private static final int ACK = 41;
    private static final int HEADER = 20;
    private static final int AUTHENTICATOR_AT = 4;
    private static final int USER_NAME = 1;
    private static final int ACCT_SESSION_ID = 44;
    private static final int MESSAGE_AUTHENTICATOR = 80;

    /** Reads a packet; empty when it is no Disconnect-Request signed with this secret. */
    static Optional<DisconnectRequest> parse(byte[] packet, String secret) {
        if (packet.length < HEADER || packet[0] != CODE || length(packet) != packet.length) {
            return Optional.empty();
        }
        var authenticator = Arrays.copyOfRange(packet, AUTHENTICATOR_AT, HEADER);
        var zeroed = packet.clone();
        Arrays.fill(zeroed, AUTHENTICATOR_AT, HEADER, (byte) 0);
        if (!RadiusSignature.isSame(RadiusSignature.md5(zeroed, secret), authenticator)) {
            return Optional.empty();
        }
        var attributes = attributes(packet);
        return attributes
                .filter(all -> hasRightMessageAuthenticator(zeroed, all, secret))
                .map(all -> new DisconnectRequest(packet[1] & 0xff, RadiusSignature.hex(authenticator), all));
    }

    /** Whose session it is. */
    public String userName() {
        return text(USER_NAME);
    }

    /** Which session it is. */
    public String sessionId() {
        return text(ACCT_SESSION_ID);
    }

    /** The Disconnect-ACK to this request (RFC 5176 §2.3). */
    byte[] ack(String secret) {
        var packet = ByteBuffer.allocate(HEADER)
                .put((byte) ACK)
                .put((byte) identifier)
                .putShort((short) HEADER)
                .put(RadiusSignature.bytes(authenticator))
                .array();
        System.arraycopy(RadiusSignature.md5(packet, secret), 0, packet, AUTHENTICATOR_AT, HEADER - AUTHENTICATOR_AT);
        return packet;
    }

    private String text(int attribute) {
        return new String(attributes.getOrDefault(attribute, new byte[0]), StandardCharsets.UTF_8);
    }

    private static int length(byte[] packet) {
        return ((packet[2] & 0xff) << 8) | (packet[3] & 0xff);
    }

    private static Optional<Map<Integer, byte[]>> attributes(byte[] packet) {
        var attributes = new LinkedHashMap<Integer, byte[]>();
        int at = HEADER;
        while (at < packet.length) {
            int size = at + 1 < packet.length ? packet[at + 1] & 0xff : 0;
            if (size < 2 || at + size > packet.length) {
                return Optional.empty();
            }
            attributes.put(packet[at] & 0xff, Arrays.copyOfRange(packet, at + 2, at + size));
            at += size;
        }
        return Optional.of(attributes);
    }

    /** Message-Authenticator is optional in a request; a wrong one is a forgery (RFC 3579 §3.2, RFC 5176 §2.3). */
    private static boolean hasRightMessageAuthenticator(byte[] zeroed, Map<Integer, byte[]> attributes, String secret) {
        var sent = attributes.get(MESSAGE_AUTHENTICATOR);
        if (sent == null) {
            return true;
        }
        var packet = zeroed.clone();
        for (int at = HEADER; at < packet.length; at += packet[at + 1] & 0xff) {
            if ((packet[at] & 0xff) == MESSAGE_AUTHENTICATOR) {
                Arrays.fill(packet, at + 2, at + (packet[at + 1] & 0xff), (byte) 0);
            }
        }
        return RadiusSignature.isSame(RadiusSignature.hmacMd5(packet, secret), sent);
    }
}
