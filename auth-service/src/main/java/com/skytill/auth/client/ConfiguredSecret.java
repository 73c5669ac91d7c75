package com.skytill.auth.client;

/** Refuses to start with a client secret that could be guessed: secrets are hashed fast, so they must be random and long. */
public final class ConfiguredSecret {

    /** 256 random bits have 43 characters as base64 and 64 in hexadecimal; 32 leave no room for words. */
    private static final int LEAST_CHARACTERS = 32;

    private ConfiguredSecret() {}

    /** The secret; fails, naming its key and never its value, when it is too short. */
    public static String checked(String key, String secret) {
        if (secret.length() < LEAST_CHARACTERS) {
            throw new IllegalStateException(
                    key + " must have at least " + LEAST_CHARACTERS + " characters; give it 256 random bits");
        }
        return secret;
    }
}
