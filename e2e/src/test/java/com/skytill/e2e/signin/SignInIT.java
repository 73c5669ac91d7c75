package com.skytill.e2e.signin;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.api.ApiAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person signs in and lets a client act for them: authorization code with PKCE (RFC 6749 §4.1, RFC 7636). */
@ExtendWith(SuiteExtension.class)
class SignInIT {

    private final RunningSuite suite;
    private final CodeFlow flow;
    private final String redirectUrl;

    SignInIT(RunningSuite suite) throws Exception {
        this.suite = suite;
        this.flow = new CodeFlow(suite);
        this.redirectUrl = flow.redirectUrl();
    }

    @Test
    void signInThenATokenOfThePerson() throws Exception {
        var code = flow.code();
        var answer = flow.exchange(code);

        assertEquals(200, answer.status(), answer.body());
        assertEquals("Bearer", answer.text("/token_type"));
        var details = suite.api().post("get_oauth_user_details", Map.of(), answer.text("/access_token"));
        assertEquals(suite.credentials().username(), details.text("/username"), details.body());
    }

    @Test
    void codeWhenUsedTwiceThenRefused() throws Exception {
        var code = flow.code();
        assertEquals(200, flow.exchange(code).status());

        assertInvalidGrant(flow.exchange(code));
    }

    @Test
    void codeWhenVerifierIsWrongThenRefused() throws Exception {
        assertInvalidGrant(flow.exchange(flow.code(), CodeFlow.random()));
    }

    @Test
    void passwordWhenWrongThenNoCode() throws Exception {
        var browser = new Browser(redirectUrl);
        browser.open(flow.authorizeAddress(redirectUrl));
        browser.submit(Map.of("username", suite.credentials().username(), "password", "wrong"));

        assertFalse(browser.isAtEnd());
        assertTrue(browser.hasForm(), browser.page().body());
        assertTrue(browser.page().statusCode() < 500);
    }

    @Test
    void redirectWhenNotTheClientsThenNotFollowed() throws Exception {
        var browser = new Browser("https://attacker.example/");
        browser.open(flow.authorizeAddress("https://attacker.example/"));

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

    private static void assertInvalidGrant(ApiAnswer answer) {
        assertEquals(400, answer.status(), answer.body());
        assertEquals("invalid_grant", answer.text("/error"), answer.body());
    }
}
