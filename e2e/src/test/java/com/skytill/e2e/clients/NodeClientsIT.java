package com.skytill.e2e.clients;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
                        "code",
                        "id_token verified",
                        "code again",
                        "operation",
                        "revoked",
                        "client credentials"),
                report.names());
        assertEquals(List.of("sign-in"), report.pages("code"));
        assertEquals(List.of(), report.pages("code again"));
        var details = report.step("operation").path("details");
        assertEquals(suite.credentials().username(), details.path("username").asText());
        assertEquals(
                report.step("id_token verified").path("sub").asText(),
                details.path("user_id").asText());
    }

    @Test
    void oauth4webapiThenEachAnswerIsAsTheStandardsHaveIt() throws Exception {
        var report = run("oauth4webapi");

        assertEquals(List.of("discovery", "code", "id_token verified", "code used twice refused"), report.names());
    }

    @Test
    void passportThenThePersonIsSignedIn() throws Exception {
        var report = run("passport-oauth2");

        assertEquals(List.of("code with PKCE"), report.names());
        assertEquals(
                suite.credentials().username(),
                report.step("code with PKCE").path("username").asText());
    }

    private Report run(String client) throws Exception {
        return clients.run(
                client, Registration.onLoopback(suite, "client." + client).given(suite));
    }
}
