package com.skytill.e2e.clients;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.local.home.Ports;

import java.io.IOException;
import java.util.Map;

/**
 * A client as the provider knows it.
 *
 * @param clientSecret empty for a public client
 * @param redirectUrl where the browser is sent back to
 */
record Registration(String clientId, String clientSecret, String redirectUrl) {

    /** A client that listens on this machine. */
    static Registration onLoopback(RunningSuite suite, String name, String path)
            throws IOException, InterruptedException {
        int port = Ports.in(suite.home().ports()).tcp(name);
        return at(suite, "http://127.0.0.1:" + port + path);
    }

    /** A client anywhere, registered afresh, so that nobody has allowed it anything yet. */
    static Registration at(RunningSuite suite, String redirectUrl) throws IOException, InterruptedException {
        return of(suite, Map.of("redirect_url", redirectUrl, "name", "End-to-end test"));
    }

    /** A client on this machine that can't keep a secret, and wants ID tokens of the other algorithm. */
    static Registration ofPublic(RunningSuite suite, String name, String path)
            throws IOException, InterruptedException {
        int port = Ports.in(suite.home().ports()).tcp(name);
        return of(
                suite,
                Map.of(
                        "redirect_url",
                        "http://127.0.0.1:" + port + path,
                        "confidential",
                        false,
                        "id_token_signed_response_alg",
                        "ES256"));
    }

    private static Registration of(RunningSuite suite, Map<String, Object> parameters)
            throws IOException, InterruptedException {
        var answer = suite.mustCall("add_oauth_client", parameters);
        return new Registration(
                answer.text("/oauth_client/client_id"),
                answer.text("/client_secret"),
                parameters.get("redirect_url").toString());
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
