package com.skytill.e2e.clients;

import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.local.home.Ports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A client as the provider knows it.
 *
 * @param redirectUrl where the browser is sent back to
 */
record Registration(String clientId, String clientSecret, String redirectUrl) {

    /** A client that listens on this machine. */
    static Registration onLoopback(RunningSuite suite, String name, String path) throws IOException, SQLException {
        int port = Ports.in(suite.home().ports()).tcp(name);
        return at(suite, "http://127.0.0.1:" + port + path);
    }

    /** A client anywhere, registered afresh. */
    static Registration at(RunningSuite suite, String redirectUrl) throws IOException, SQLException {
        var registration = new Registration("client-" + UUID.randomUUID(), random(), redirectUrl);
        try (var connection = DatabaseContents.connect(suite, "auth");
                var insert = connection.prepareStatement("""
                        INSERT INTO oauth_clients (client_id, secret_sha256, name, redirect_urls, user_id, created_at)
                        SELECT ?, ?, 'End-to-end test', ARRAY[?], user_id, now() FROM users WHERE username = ?
                        """)) {
            insert.setString(1, registration.clientId());
            insert.setBytes(2, sha256(registration.clientSecret()));
            insert.setString(3, redirectUrl);
            insert.setString(4, suite.credentials().username());
            assertEquals(1, insert.executeUpdate());
        }
        return registration;
    }

    /** What a client, and the person at its browser, have to know. */
    Map<String, String> given(RunningSuite suite) throws IOException {
        var credentials = suite.credentials();
        return Map.of(
                "issuer", credentials.gatewayUrl(),
                "clientId", clientId,
                "clientSecret", clientSecret,
                "redirectUrl", redirectUrl,
                "username", credentials.username(),
                "password", credentials.password(),
                "chromium", NodeClients.chromium().toString());
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
