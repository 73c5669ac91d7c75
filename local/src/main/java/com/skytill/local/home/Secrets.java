package com.skytill.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The secrets of one installation: made at random when first asked for, kept in a file of mode 0600. */
public final class Secrets {

    private static final int BYTES = 32;

    private final Path file;
    private final SecureRandom random;
    private final Map<String, String> values;

    private Secrets(Path file, SecureRandom random, Map<String, String> values) {
        this.file = file;
        this.random = random;
        this.values = values;
    }

    /** The secrets kept in a file; the file need not exist yet. */
    public static Secrets in(Path file) throws IOException {
        return new Secrets(file, new SecureRandom(), Json.read(file));
    }

    /** A password or token of 256 random bits, base64url without padding. */
    public String secret(String name) {
        return value(name, Base64.getUrlEncoder().withoutPadding());
    }

    /** A key of 256 random bits, base64 with padding. */
    public String key(String name) {
        return value(name, Base64.getEncoder());
    }

    private synchronized String value(String name, Base64.Encoder encoder) {
        var known = values.get(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var made = encoder.encodeToString(bytes);
        values.put(name, made);
        try {
            Json.write(file, values);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secrets in " + file, e);
        }
        return made;
    }
}
