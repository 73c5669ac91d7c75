package com.skytill.local.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.skytill.local.home.Credentials;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Gets access tokens from the suite as any consumer does: client_credentials (RFC 6749 §4.4) through the gateway. */
final class TokenClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int OK = 200;

    private final HttpClient http;

    TokenClient(HttpClient http) {
        this.http = http;
    }

    /** A fresh token of the credentials' client. */
    Token fetch(Credentials credentials) throws IOException, InterruptedException {
        var basic = credentials.clientId() + ":" + credentials.clientSecret();
        var request = HttpRequest.newBuilder(URI.create(credentials.gatewayUrl() + "/oauth/token"))
                .timeout(Duration.ofSeconds(20))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("No access token: " + response.statusCode() + " " + response.body());
        }
        var answer = MAPPER.readTree(response.body());
        return new Token(
                answer.path("access_token").asText(),
                Duration.ofSeconds(answer.path("expires_in").asLong()));
    }

    /**
     * An opaque token.
     *
     * @param value what goes after {@code Bearer}
     * @param lifetime how long it is valid from now
     */
    record Token(String value, Duration lifetime) {}
}
