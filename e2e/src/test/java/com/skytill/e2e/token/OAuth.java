package com.skytill.e2e.token;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.local.api.ApiAnswer;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** OAuth's endpoints at the gateway, used by the installation's client. */
public final class OAuth {

    private final RunningSuite suite;

    /** The endpoints of this suite. */
    public OAuth(RunningSuite suite) {
        this.suite = suite;
    }

    /** A new token of the client, with all its user's permissions. */
    public String token() throws IOException, InterruptedException {
        return mustHaveToken(post("/oauth/token", Map.of("grant_type", "client_credentials")));
    }

    /** A new token narrowed to these permissions. */
    public String token(String scope) throws IOException, InterruptedException {
        return mustHaveToken(post("/oauth/token", Map.of("grant_type", "client_credentials", "scope", scope)));
    }

    /** Revokes a token (RFC 7009). */
    public void revoke(String token) throws IOException, InterruptedException {
        var answer = post("/oauth/revoke", Map.of("token", token));
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
    }

    /** Sends a form to one of the endpoints, as the client. */
    public ApiAnswer post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var credentials = suite.credentials();
        var basic = credentials.clientId() + ":" + credentials.clientSecret();
        return suite.api()
                .send(form(path, form)
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                        .build());
    }

    /** A form for one of the endpoints, of nobody yet. */
    public HttpRequest.Builder form(String path, Map<String, String> form) throws IOException {
        return suite.api()
                .request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)));
    }

    /** Parameters as a form or a query carries them. */
    public static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String mustHaveToken(ApiAnswer answer) {
        if (answer.status() != 200 || answer.text("/access_token").isEmpty()) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.text("/access_token");
    }
}
