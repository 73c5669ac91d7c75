package com.skytill.platform.secret;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Encrypts what must be usable later but never readable at rest: a NAS's secret, a signing key, a password that waits for
 * review. AES-256-GCM (NIST SP 800-38D) by the first key of {@code skytill.encryption-keys}; the others still open what they
 * sealed, so that a key is rotated by putting a new one in front.
 */
@Singleton
public final class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;
    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String current;

    SecretBox(SecureRandom random, @ConfigProperty(name = "skytill.encryption-keys") List<String> encodedKeys) {
        this.random = random;
        for (var encoded : encodedKeys) {
            byte[] key = Base64.getDecoder().decode(encoded.strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException("skytill.encryption-keys must be base64 of 32 bytes each");
            }
            keys.put(keyId(key), new SecretKeySpec(key, "AES"));
        }
        current = keys.keySet().iterator().next();
    }

    /**
     * Encrypts a text.
     *
     * @param context where it is kept; it opens nowhere else
     */
    public String seal(String plain, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed =
                crypt(Cipher.ENCRYPT_MODE, keys.get(current), nonce, plain.getBytes(StandardCharsets.UTF_8), context);
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return current + "." + encoder.encodeToString(nonce) + "." + encoder.encodeToString(sealed);
    }

    /** Decrypts what {@link #seal} made for the same context; fails when it is not that, or its key is gone. */
    public String open(String sealed, String context) {
        String[] parts = sealed.split("\\.", 3);
        SecretKey key = parts.length == 3 ? keys.get(parts[0]) : null;
        if (key == null) {
            throw new IllegalStateException("A sealed secret's key is not among skytill.encryption-keys");
        }
        var decoder = Base64.getUrlDecoder();
        byte[] plain = crypt(Cipher.DECRYPT_MODE, key, decoder.decode(parts[1]), decoder.decode(parts[2]), context);
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** A keyed digest (HMAC-SHA256), to compare values that must not be kept, as hexadecimal. */
    public String fingerprint(String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.get(current).getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", missing);
        }
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] input, String context) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("A secret can't be sealed or opened", failed);
        }
    }

    private static String keyId(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 4));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 is part of every Java", missing);
        }
    }
}
