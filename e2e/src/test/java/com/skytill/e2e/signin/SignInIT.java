package com.skytill.e2e.signin;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.e2e.token.OAuth;
import com.skytill.local.api.ApiAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person signs in and lets a client act for them: authorization code with PKCE (RFC 6749 §4.1, RFC 7636). */
@ExtendWith(SuiteExtension.class)
class SignInIT {

    private final RunningSuite suite;
    private final OAuth oauth;
    private final String redirectUrl;
    private final String verifier = random();
    private final String state = random();

    SignInIT(RunningSuite suite) throws Exception {
        this.suite = suite;
        this.oauth = new OAuth(suite);
        this.redirectUrl = suite.credentials().gatewayUrl() + "/console/";
    }

    @Test
    void signInThenATokenOfThePerson() throws Exception {
        var code = code();
        var answer = exchange(code, verifier);

        assertEquals(200, answer.status(), answer.body());
        assertEquals("Bearer", answer.text("/token_type"));
        var details = suite.api().post("get_oauth_user_details", Map.of(), answer.text("/access_token"));
        assertEquals(suite.credentials().username(), details.text("/username"), details.body());
    }

    @Test
    void codeWhenUsedTwiceThenRefused() throws Exception {
        var code = code();
        assertEquals(200, exchange(code, verifier).status());

        assertInvalidGrant(exchange(code, verifier));
    }

    @Test
    void codeWhenVerifierIsWrongThenRefused() throws Exception {
        assertInvalidGrant(exchange(code(), random()));
    }

    @Test
    void passwordWhenWrongThenNoCode() throws Exception {
        var browser = new Browser(redirectUrl);
        browser.open(authorizeAddress(redirectUrl));
        browser.submit(Map.of("username", suite.credentials().username(), "password", "wrong"));

        assertFalse(browser.isAtEnd());
        assertTrue(browser.hasForm(), browser.page().body());
        assertTrue(browser.page().statusCode() < 500);
    }

    @Test
    void redirectWhenNotTheClientsThenNotFollowed() throws Exception {
        var browser = new Browser("https://attacker.example/");
        browser.open(authorizeAddress("https://attacker.example/"));

        assertFalse(browser.isAtEnd());
        assertEquals(400, browser.page().statusCode());
    }

    @Test
    void discoveryThenTheGatewayIsTheIssuer() throws Exception {
        for (var path : new String[] {"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"}) {
            var answer = suite.api().send(suite.api().request(path).GET().build());

            assertEquals(200, answer.status(), answer.body());
            assertEquals(suite.credentials().gatewayUrl(), answer.text("/issuer"));
            assertTrue(answer.text("/token_endpoint")
                    .startsWith(suite.credentials().gatewayUrl()));
        }
    }

    private String code() throws Exception {
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

    private URI authorizeAddress(String redirect) throws Exception {
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

    private ApiAnswer exchange(String code, String codeVerifier) throws Exception {
        return oauth.post(
                "/oauth/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", redirectUrl,
                        "code_verifier", codeVerifier));
    }

    private static void assertInvalidGrant(ApiAnswer answer) {
        assertEquals(400, answer.status(), answer.body());
        assertEquals("invalid_grant", answer.text("/error"), answer.body());
    }

    private static Map<String, String> query(URI address) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : address.getRawQuery().split("&", -1)) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
