package com.skytill.e2e.signin;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.token.OAuth;
import com.skytill.local.api.ApiAnswer;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The authorization code flow of the installation's client, with a person at the browser. */
final class CodeFlow {

    private final RunningSuite suite;
    private final OAuth oauth;
    private final String redirectUrl;
    private final String verifier = random();
    private final String state = random();

    CodeFlow(RunningSuite suite) throws IOException {
        this.suite = suite;
        this.oauth = new OAuth(suite);
        this.redirectUrl = suite.credentials().gatewayUrl() + "/console/";
    }

    /** Where the browser is sent back to. */
    String redirectUrl() {
        return redirectUrl;
    }

    /** Signs in, consents when asked, and gives the code that the client gets. */
    String code() throws Exception {
        var browser = new Browser(redirectUrl);
        browser.open(authorizeAddress(redirectUrl));
        browser.submit(Map.of(
                "username",
                suite.credentials().username(),
                "password",
                suite.credentials().password()));
        if (browser.hasForm()) {
            // Consent: the page's first button.
            browser.submit(Map.of());
        }
        assertTrue(
                browser.isAtEnd(),
                browser.page().statusCode() + " " + browser.page().body());
        var answer = query(browser.end());
        assertEquals(state, answer.get("state"));
        assertEquals(suite.credentials().gatewayUrl(), answer.get("iss"));
        assertNotEquals(null, answer.get("code"));
        return answer.get("code");
    }

    /** Where the client sends the browser. */
    URI authorizeAddress(String redirect) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", suite.credentials().clientId());
        parameters.put("redirect_uri", redirect);
        parameters.put("state", state);
        parameters.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        parameters.put("code_challenge_method", "S256");
        return URI.create(suite.credentials().gatewayUrl() + "/oauth/authorize?" + OAuth.encode(parameters));
    }

    /** Turns the code into tokens. */
    ApiAnswer exchange(String code) throws Exception {
        return exchange(code, verifier);
    }

    /** The same with that verifier. */
    ApiAnswer exchange(String code, String codeVerifier) throws Exception {
        return oauth.post("/oauth/token", exchangeForm(code, codeVerifier));
    }

    /** What the client sends to turn the code into tokens. */
    Map<String, String> exchangeForm(String code) {
        return exchangeForm(code, verifier);
    }

    private Map<String, String> exchangeForm(String code, String codeVerifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirectUrl,
                "code_verifier", codeVerifier);
    }

    private static Map<String, String> query(URI address) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : address.getRawQuery().split("&", -1)) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
