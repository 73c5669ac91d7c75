package com.skytill.e2e.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.HashMap;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An application with Spring Security signs a person in, told nothing of the provider but its address. */
@ExtendWith(SuiteExtension.class)
class SpringClientIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSuite suite;

    SpringClientIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void springThenThePersonIsSignedInAndTheTokenRefreshed() throws Exception {
        var registration = Registration.onLoopback(suite, "client.spring", SpringClient.CALLBACK);
        var given = new HashMap<>(registration.given(suite));
        given.put("paths", "/ /refreshed /refreshed");
        Report report;
        try (var application = SpringClient.start(suite, registration)) {
            assertTrue(application.isRunning());
            report = NodeClients.installed().run("visit", given);
        }

        assertEquals(List.of("/", "/refreshed", "/refreshed"), report.names());
        assertEquals(List.of("sign-in", "consent"), report.pages("/"));
        var username = suite.credentials().username();
        assertEquals(username, shown(report, 0).path("username").asText());
        for (int refreshed : new int[] {1, 2}) {
            assertEquals(username, shown(report, refreshed).path("username").asText());
            assertTrue(shown(report, refreshed).path("rotated").asBoolean());
        }
    }

    private static JsonNode shown(Report report, int step) throws Exception {
        return JSON.readTree(report.steps().get(step).path("text").asText());
    }
}
