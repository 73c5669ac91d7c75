package com.skytill.vouchers.disconnect;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * Writes and reads the packets of dynamic authorization (RFC 5176). No library on Maven Central that is still kept signs these
 * codes rightly.
 */
final class CoaCodec {

    private static final int HEADER = 20;
    private static final int AUTHENTICATOR_AT = 4;
    private static final int AUTHENTICATOR = 16;
    private static final int LARGEST = 4096;

    private CoaCodec() {}

    /**
     * A signed request. Sent again, it must be sent as these same bytes (RFC 5176 §2.3 by RFC 2865 §2.5).
     *
     * @param identifier tells the answers to requests that are under way together; one byte
     */
    static byte[] encode(CoaCode code, int identifier, List<RadiusAttribute> attributes, String secret) {
        int length = HEADER + 2 + AUTHENTICATOR;
        for (var attribute : attributes) {
            length += 2 + attribute.value().length();
        }
        if (length > LARGEST) {
            throw new IllegalArgumentException("A RADIUS packet has at most 4096 bytes");
        }
        var packet = ByteBuffer.allocate(length);
        packet.put((byte) code.request()).put((byte) identifier).putShort((short) length);
        packet.position(HEADER);
        packet.put((byte) RadiusAttribute.MESSAGE_AUTHENTICATOR).put((byte) (2 + AUTHENTICATOR));
        int signatureAt = packet.position();
        packet.position(signatureAt + AUTHENTICATOR);
        for (var attribute : attributes) {
            packet.put((byte) attribute.type())
                    .put((byte) (2 + attribute.value().length()))
                    .put(attribute.value().getBytes());
        }
        byte[] bytes = packet.array();
        // First the Message-Authenticator, over a request authenticator of zeros; then the latter over all (RFC 5176
        // §2.3).
        System.arraycopy(hmac(bytes, secret), 0, bytes, signatureAt, AUTHENTICATOR);
        System.arraycopy(md5(bytes, secret), 0, bytes, AUTHENTICATOR_AT, AUTHENTICATOR);
        return bytes;
    }

    /**
     * The answer to that request, or null when the bytes are no true answer to it: other identifier or code, malformed, or signed
     * with another secret.
     */
    static CoaReply decode(byte[] reply, CoaCode code, byte[] request, String secret) {
        if (reply.length < HEADER || reply[1] != request[1]) {
            return null;
        }
        int length = Short.toUnsignedInt(ByteBuffer.wrap(reply).getShort(2));
        int replied = Byte.toUnsignedInt(reply[0]);
        if (length < HEADER || length > reply.length || (replied != code.ack() && replied != code.nak())) {
            return null;
        }
        // What follows the length is padding (RFC 2865 §3).
        byte[] packet = Arrays.copyOf(reply, length);
        if (!isSigned(packet, request, secret)) {
            return null;
        }
        return readAttributes(packet, request, secret, replied == code.ack());
    }

    private static boolean isSigned(byte[] packet, byte[] request, String secret) {
        byte[] signed = packet.clone();
        System.arraycopy(request, AUTHENTICATOR_AT, signed, AUTHENTICATOR_AT, AUTHENTICATOR);
        byte[] present = Arrays.copyOfRange(packet, AUTHENTICATOR_AT, AUTHENTICATOR_AT + AUTHENTICATOR);
        return MessageDigest.isEqual(md5(signed, secret), present);
    }

    private static CoaReply readAttributes(byte[] packet, byte[] request, String secret, boolean ack) {
        var attributes = ByteBuffer.wrap(packet).position(HEADER);
        int errorCause = 0;
        try {
            while (attributes.hasRemaining()) {
                int type = Byte.toUnsignedInt(attributes.get());
                byte[] value = new byte[Byte.toUnsignedInt(attributes.get()) - 2];
                int at = attributes.position();
                attributes.get(value);
                if (type == RadiusAttribute.ERROR_CAUSE && value.length == Integer.BYTES) {
                    errorCause = ByteBuffer.wrap(value).getInt();
                } else if (type == RadiusAttribute.MESSAGE_AUTHENTICATOR
                        && !MessageDigest.isEqual(messageAuthenticator(packet, at, request, secret), value)) {
                    return null;
                }
            }
        } catch (BufferUnderflowException | NegativeArraySizeException malformed) {
            return null;
        }
        return new CoaReply(ack, errorCause);
    }

    /** In a reply it is over the request's authenticator (RFC 5176 §3.4). */
    private static byte[] messageAuthenticator(byte[] packet, int at, byte[] request, String secret) {
        byte[] signed = packet.clone();
        System.arraycopy(request, AUTHENTICATOR_AT, signed, AUTHENTICATOR_AT, AUTHENTICATOR);
        Arrays.fill(signed, at, Math.min(at + AUTHENTICATOR, signed.length), (byte) 0);
        return hmac(signed, secret);
    }

    private static byte[] md5(byte[] packet, String secret) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(packet);
            return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("MD5 is part of every Java", missing);
        }
    }

    private static byte[] hmac(byte[] packet, String secret) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
            return mac.doFinal(packet);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HMAC-MD5 is part of every Java", missing);
        }
    }
}
