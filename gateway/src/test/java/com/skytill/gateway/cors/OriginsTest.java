package com.skytill.gateway.cors;

import org.junit.jupiter.api.Test;

import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OriginsTest {

    @Test
    void originWhenNoneThenRefused() {
        for (String text : new String[] {
            "*",
            "null",
            "https://*.example.org",
            "https://app.example.org/",
            "https://App.example.org",
            "https://u@app.example.org",
            "https://app.example.org?x",
            "app.example.org",
            "ftp://app.example.org",
            "https://",
            ""
        }) {
            assertThrows(IllegalArgumentException.class, () -> new Origins(Set.of(text)), text);
        }
    }

    @Test
    void originThenComparedAsWhole() {
        var origins = new Origins(Set.of("https://app.example.org", "http://localhost:5173", "http://[::1]:8"));
        assertTrue(origins.contains("https://app.example.org"));
        assertTrue(origins.contains("http://localhost:5173"));
        for (String other : new String[] {
            "https://app.example.org.evil.test",
            "http://app.example.org",
            "https://app.example.org:8443",
            "https://evil-app.example.org",
            "null"
        }) {
            assertFalse(origins.contains(other), other);
        }
    }
}
