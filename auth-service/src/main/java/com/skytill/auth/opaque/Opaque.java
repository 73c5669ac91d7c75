package com.skytill.auth.opaque;

import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes the random values that only their holder knows (tokens, codes, cookies, client secrets), and hashes them for the database. */
@Singleton
public final class Opaque {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 16;

    private final SecureRandom random;

    Opaque(SecureRandom random) {
        this.random = random;
    }

    /** 256 random bits as base64url, after the prefix that tells secret scanners what it is. */
    public String next(String prefix) {
        return next(prefix, BYTES);
    }

    /** 128 random bits likewise: a name that is no secret, and that nothing else has. */
    public String nextId(String prefix) {
        return next(prefix, ID_BYTES);
    }

    private String next(String prefix, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 of the whole value: enough for a value that can't be guessed, and found by index. */
    public static byte[] hash(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is part of every Java", missing);
        }
    }
}
