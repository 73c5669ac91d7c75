package com.skytill.platform.secret;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SecretBoxTest {

    private static final String OLD = key((byte) 1);
    private static final String NEW = key((byte) 2);

    @Test
    void opensWhatItSealedInTheSameContextOnly() {
        var box = box(OLD);
        String sealed = box.seal("s3cret", "hotspots.coa_secret");
        assertFalse(sealed.contains("s3cret"));
        assertNotEquals(sealed, box.seal("s3cret", "hotspots.coa_secret"));
        assertEquals("s3cret", box.open(sealed, "hotspots.coa_secret"));
        assertThrows(IllegalStateException.class, () -> box.open(sealed, "elsewhere"));
    }

    @Test
    void keysRotateWithoutLosingWhatTheOldOneSealed() {
        String sealed = box(OLD).seal("s3cret", "c");
        assertEquals("s3cret", box(NEW, OLD).open(sealed, "c"));
        assertThrows(IllegalStateException.class, () -> box(NEW).open(sealed, "c"));
        assertThrows(
                IllegalStateException.class, () -> box(OLD).open(box(NEW, OLD).seal("s3cret", "c"), "c"));
    }

    @Test
    void changedBytesDoNotOpen() {
        var box = box(OLD);
        String sealed = box.seal("s3cret", "c");
        char last = sealed.charAt(sealed.length() - 2);
        String changed = sealed.substring(0, sealed.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + sealed.charAt(sealed.length() - 1);
        assertThrows(IllegalStateException.class, () -> box.open(changed, "c"));
    }

    @Test
    void refusesKeysOfAnotherLength() {
        String shorter = Base64.getEncoder().encodeToString(new byte[16]);
        assertThrows(IllegalArgumentException.class, () -> box(shorter));
    }

    private static SecretBox box(String... keys) {
        return new SecretBox(new SecureRandom(), List.of(keys));
    }

    private static String key(byte fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
