package com.skytill.e2e.radius;

import com.skytill.local.radius.RadiusSignature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What FreeRADIUS answered a router, rightly signed.
 *
 * @param code 2 accepts a login, 3 rejects it, 5 acknowledges accounting
 * @param attributes the last value of each, Mikrotik's by their number and a thousand
 */
record RouterReply(int code, Map<Integer, byte[]> attributes) {

    private static final int ACCEPT = 2;
    private static final int REJECT = 3;
    private static final int ACCOUNTED = 5;
    private static final int REPLY_MESSAGE = 18;
    private static final int VENDOR_SPECIFIC = 26;
    private static final int MIKROTIK = 14_988;
    private static final int MIKROTIK_BASE = 1_000;
    private static final int TOTAL_LIMIT = MIKROTIK_BASE + 17;
    private static final int TOTAL_LIMIT_GIGAWORDS = MIKROTIK_BASE + 18;

    /** The reply to that request; empty when these bytes are anything else, as a router drops them then. */
    static Optional<RouterReply> to(byte[] request, byte[] packet, String secret) {
        if (packet.length < RouterPacket.HEADER || packet[1] != request[1] || !isSigned(request, packet, secret)) {
            return Optional.empty();
        }
        var attributes = new HashMap<Integer, byte[]>();
        read(packet, RouterPacket.HEADER, 0, attributes);
        return Optional.of(new RouterReply(packet[0], attributes));
    }

    boolean isAccept() {
        return code == ACCEPT;
    }

    boolean isReject() {
        return code == REJECT;
    }

    boolean isAccounted() {
        return code == ACCOUNTED;
    }

    String message() {
        return new String(attributes.getOrDefault(REPLY_MESSAGE, new byte[0]), StandardCharsets.UTF_8);
    }

    /** The identity reference that accounting echoes. */
    byte[] reference() {
        return attributes.get(RouterPacket.CLASS);
    }

    /** How many bytes the session may move; empty when there is no limit. */
    Optional<Long> totalLimit() {
        return number(TOTAL_LIMIT).map(low -> (number(TOTAL_LIMIT_GIGAWORDS).orElse(0L) << 32) + low);
    }

    private Optional<Long> number(int attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .map(value -> Integer.toUnsignedLong(ByteBuffer.wrap(value).getInt()));
    }

    private static boolean isSigned(byte[] request, byte[] packet, String secret) {
        var unsigned = packet.clone();
        System.arraycopy(
                request,
                RouterPacket.AUTHENTICATOR_AT,
                unsigned,
                RouterPacket.AUTHENTICATOR_AT,
                RouterPacket.HEADER - RouterPacket.AUTHENTICATOR_AT);
        return MessageDigest.isEqual(
                RadiusSignature.md5(unsigned, secret),
                Arrays.copyOfRange(packet, RouterPacket.AUTHENTICATOR_AT, RouterPacket.HEADER));
    }

    private static void read(byte[] packet, int from, int base, Map<Integer, byte[]> into) {
        for (int at = from; at + 2 <= packet.length; at += Math.max(2, packet[at + 1] & 0xff)) {
            int type = packet[at] & 0xff;
            var value = Arrays.copyOfRange(packet, at + 2, at + (packet[at + 1] & 0xff));
            if (type != VENDOR_SPECIFIC) {
                into.put(base + type, value);
            } else if (ByteBuffer.wrap(value).getInt() == MIKROTIK) {
                read(value, Integer.BYTES, MIKROTIK_BASE, into);
            }
        }
    }
}
