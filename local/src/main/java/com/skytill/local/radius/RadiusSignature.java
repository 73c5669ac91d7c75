package com.skytill.local.radius;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** RADIUS's two signatures, both by MD5 because the protocol says so (RFC 2865 §3, RFC 3579 §3.2). */
public final class RadiusSignature {

    private RadiusSignature() {}

    /** MD5 over the packet and the secret. */
    public static byte[] md5(byte[] packet, String secret) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(packet);
            digest.update(secret.getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    /** HMAC-MD5 over the packet by the secret. */
    public static byte[] hmacMd5(byte[] packet, String secret) {
        try {
            var mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
            return mac.doFinal(packet);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacMD5", e);
        }
    }

    static boolean isSame(byte[] expected, byte[] actual) {
        return MessageDigest.isEqual(expected, actual);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
