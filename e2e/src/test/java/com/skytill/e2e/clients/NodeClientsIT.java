package com.skytill.e2e.clients;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Clients that others wrote sign people in, unpatched, with a real browser. */
@ExtendWith(SuiteExtension.class)
class NodeClientsIT {

    private static NodeClients clients;

    private final RunningSuite suite;

    NodeClientsIT(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeAll
    static void install() throws Exception {
        clients = NodeClients.installed();
    }

    @Test
    void openidClientThenAllThatATokenIsGoodFor() throws Exception {
        var report = run("openid-client");

        assertEquals(
                List.of(
                        "discovery",
                        "denied",
                        "code",
                        "id_token verified",
                        "code again",
                        "userinfo",
                        "operation",
                        "refreshed",
                        "introspected",
                        "access token revoked",
                        "refresh token revoked",
                        "refresh token used twice ends the grant",
                        "client credentials"),
                report.names());
        assertEquals(List.of("consent"), report.pages("code"));
        assertEquals(List.of(), report.pages("code again"));
        assertEquals(200, report.step("operation").path("status").asInt());
        var username = suite.credentials().username();
        assertEquals(username, report.text("userinfo", "/user/preferred_username"));
        assertEquals(username, report.text("introspected", "/known/username"));
        assertEquals(report.text("id_token verified", "/sub"), report.text("introspected", "/known/sub"));
    }

    @Test
    void oauth4webapiThenEachAnswerIsAsTheStandardsHaveIt() throws Exception {
        var report = run("oauth4webapi");

        assertEquals(
                List.of("discovery", "code", "id_token verified", "code used twice refused", "code by form_post"),
                report.names());
        assertEquals(List.of("sign-in", "consent"), report.pages("code"));
        assertEquals("RS256", report.text("id_token verified", "/alg"));
    }

    @Test
    void oauth4webapiWhenPublicThenTheSameWithoutASecret() throws Exception {
        var registration = Registration.ofPublic(suite, "client.public", "/callback");
        assertEquals("", registration.clientSecret());
        var report = clients.run("oauth4webapi", registration.given(suite));

        assertEquals(
                List.of("discovery", "code", "id_token verified", "code used twice refused", "code by form_post"),
                report.names());
        assertEquals("ES256", report.text("id_token verified", "/alg"));
    }

    @Test
    void passportThenThePersonIsSignedIn() throws Exception {
        var report = run("passport-oauth2");

        assertEquals(List.of("code with PKCE", "code without PKCE"), report.names());
        for (var step : report.names()) {
            assertEquals(suite.credentials().username(), report.text(step, "/username"));
            assertTrue(report.step(step).path("refreshable").asBoolean());
        }
    }

    @Test
    void playgroundThenTheTokenGoesInTheHeaderAndInTheQuery() throws Exception {
        var registration = Registration.at(suite, "https://developers.google.com/oauthplayground");
        var report = clients.run("playground", registration.given(suite));

        assertEquals(
                List.of("code", "tokens", "refreshed", "token in the header", "token in the query"), report.names());
        assertEquals(List.of("sign-in", "consent"), report.pages("code"));
        assertEquals(suite.credentials().username(), report.text("token in the header", "/username"));
        assertEquals(suite.credentials().username(), report.text("token in the query", "/username"));
    }

    private Report run(String client) throws Exception {
        return clients.run(
                client,
                Registration.onLoopback(suite, "client." + client, "/callback").given(suite));
    }
}
