package com.skytill.e2e.radius;

import com.skytill.local.radius.RadiusSignature;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * A packet as a router writes it (RFC 2865, RFC 2866): its attributes while it is being written, its bytes when it is signed.
 * {@code radclient} can neither repeat the same packet later nor send many beside each other.
 */
final class RouterPacket {

    static final int USER_NAME = 1;
    static final int NAS_IP_ADDRESS = 4;
    static final int CLASS = 25;
    static final int CALLING_STATION_ID = 31;
    static final int NAS_IDENTIFIER = 32;
    static final int ACCT_STATUS_TYPE = 40;
    static final int ACCT_DELAY_TIME = 41;
    static final int ACCT_INPUT_OCTETS = 42;
    static final int ACCT_OUTPUT_OCTETS = 43;
    static final int ACCT_SESSION_ID = 44;
    static final int ACCT_SESSION_TIME = 46;
    static final int ACCT_TERMINATE_CAUSE = 49;
    static final int ACCT_INPUT_GIGAWORDS = 52;
    static final int ACCT_OUTPUT_GIGAWORDS = 53;

    static final int HEADER = 20;
    static final int AUTHENTICATOR_AT = 4;
    static final int MESSAGE_AUTHENTICATOR = 80;

    private static final int ACCESS_REQUEST = 1;
    private static final int USER_PASSWORD = 2;
    private static final int ACCOUNTING_REQUEST = 4;
    private static final int BLOCK = 16;

    private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();

    RouterPacket text(int type, String value) {
        return octets(type, value.getBytes(StandardCharsets.UTF_8));
    }

    RouterPacket number(int type, long value) {
        return octets(
                type, ByteBuffer.allocate(Integer.BYTES).putInt((int) value).array());
    }

    RouterPacket octets(int type, byte[] value) {
        attributes.write(type);
        attributes.write(value.length + 2);
        attributes.writeBytes(value);
        return this;
    }

    /** A counter of bytes: the attributes hold 32 bits, Gigawords the rest (RFC 2869 §5.1), if the router sends them. */
    RouterPacket counter(int octets, int gigawords, long value, boolean wide) {
        number(octets, value);
        return wide ? number(gigawords, value >> 32) : this;
    }

    /** An Access-Request with a PAP password and a Message-Authenticator. */
    byte[] login(int identifier, String password, String secret, Random random) {
        var authenticator = new byte[BLOCK];
        random.nextBytes(authenticator);
        octets(USER_PASSWORD, hidden(password.getBytes(StandardCharsets.UTF_8), authenticator, secret));
        int at = HEADER + attributes.size() + 2;
        octets(MESSAGE_AUTHENTICATOR, new byte[BLOCK]);
        var packet = packet(ACCESS_REQUEST, identifier, authenticator);
        System.arraycopy(RadiusSignature.hmacMd5(packet, secret), 0, packet, at, BLOCK);
        return packet;
    }

    /** An Accounting-Request. */
    byte[] accounting(int identifier, String secret) {
        var packet = packet(ACCOUNTING_REQUEST, identifier, new byte[BLOCK]);
        System.arraycopy(RadiusSignature.md5(packet, secret), 0, packet, AUTHENTICATOR_AT, BLOCK);
        return packet;
    }

    private byte[] packet(int code, int identifier, byte[] authenticator) {
        return ByteBuffer.allocate(HEADER + attributes.size())
                .put((byte) code)
                .put((byte) identifier)
                .putShort((short) (HEADER + attributes.size()))
                .put(authenticator)
                .put(attributes.toByteArray())
                .array();
    }

    /** RFC 2865 §5.2. */
    private static byte[] hidden(byte[] password, byte[] authenticator, String secret) {
        var hidden = Arrays.copyOf(password, Math.ceilDiv(password.length, BLOCK) * BLOCK);
        var key = secret.getBytes(StandardCharsets.UTF_8);
        var before = authenticator;
        for (int at = 0; at < hidden.length; at += BLOCK) {
            var mask = RadiusSignature.md5(
                    ByteBuffer.allocate(key.length + BLOCK).put(key).put(before).array(), "");
            for (int place = 0; place < BLOCK; place++) {
                hidden[at + place] ^= mask[place];
            }
            before = Arrays.copyOfRange(hidden, at, at + BLOCK);
        }
        return hidden;
    }
}
