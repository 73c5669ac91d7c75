package com.skytill.vouchers.account;

import jakarta.inject.Singleton;

import java.security.SecureRandom;

/** Makes passwords that can't be guessed, and can be typed into a router. */
@Singleton
final class PasswordGenerator {

    /** Without what people take for each other: 0 O, 1 I l. */
    static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /** Each is worth more than five and a half bits: 93 in all. */
    static final int CHARACTERS = 16;

    private final SecureRandom random;

    PasswordGenerator(SecureRandom random) {
        this.random = random;
    }

    /** A new password. */
    String next() {
        var password = new StringBuilder(CHARACTERS);
        for (int i = 0; i < CHARACTERS; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
