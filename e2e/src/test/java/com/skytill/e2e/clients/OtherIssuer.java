package com.skytill.e2e.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An OpenID provider of another make, with tokens of its clients.
 *
 * @param process ends when its input is closed
 * @param known what it told about itself
 */
record OtherIssuer(Process process, Map<String, String> secrets, JsonNode known) implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    OtherIssuer {
        secrets = Map.copyOf(secrets);
    }

    /** What an operator says of a client. */
    record Client(String audience, Map<String, Object> claims) {

        Client {
            claims = Map.copyOf(claims);
        }
    }

    /** Starts one that knows these clients. */
    static OtherIssuer start(NodeClients clients, Map<String, Client> registered) throws IOException {
        var secrets = new TreeMap<String, String>();
        var given = new TreeMap<String, Map<String, Object>>();
        registered.forEach((id, client) -> {
            secrets.put(id, UUID.randomUUID().toString());
            given.put(id, Map.of("secret", secrets.get(id), "audience", client.audience(), "claims", client.claims()));
        });
        var process = clients.start("issuer", Map.of("clients", given));
        // Before it, the library has its say about the version of Node.
        var line = process.inputReader()
                .lines()
                .filter(text -> text.startsWith("{"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The issuer has ended: see issuer.err"));
        return new OtherIssuer(process, secrets, JSON.readTree(line));
    }

    String url() {
        return known.path("issuer").asText();
    }

    /** The access token of a client. */
    String token(String client) {
        return known.path("tokens").path(client).asText();
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.destroy();
    }
}
