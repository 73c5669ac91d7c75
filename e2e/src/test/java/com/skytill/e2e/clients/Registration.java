package com.skytill.e2e.clients;

import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.local.home.Ports;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A client as the provider knows it.
 *
 * @param redirectUrl where the browser is sent back to
 */
record Registration(String clientId, String clientSecret, String redirectUrl) {

    /** A client that listens on this machine. */
    static Registration onLoopback(RunningSuite suite, String name) throws IOException, SQLException {
        int port = Ports.in(suite.home().ports()).tcp(name);
        return at(suite, "http://127.0.0.1:" + port + "/callback");
    }

    /** A client anywhere: the installation's own, with one more redirect URL. */
    static Registration at(RunningSuite suite, String redirectUrl) throws IOException, SQLException {
        var credentials = suite.credentials();
        try (var connection = DatabaseContents.connect(suite, "auth");
                var update = connection.prepareStatement(
                        "UPDATE oauth_clients SET redirect_urls = array_append(redirect_urls, ?) WHERE client_id = ?")) {
            update.setString(1, redirectUrl);
            update.setString(2, credentials.clientId());
            assertEquals(1, update.executeUpdate());
        }
        return new Registration(credentials.clientId(), credentials.clientSecret(), redirectUrl);
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
}
