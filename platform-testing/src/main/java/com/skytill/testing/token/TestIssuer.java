package com.skytill.testing.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Stands in for auth-service over real HTTP: publishes the tests' key, and gives services tokens of their own. */
public final class TestIssuer implements AutoCloseable {

    private final HttpServer server;

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    /** Starts it on a free port of loopback. */
    public static TestIssuer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/oauth/jwks", exchange -> answer(exchange, TestKey.jwks()));
            server.createContext(
                    "/oauth/token",
                    exchange -> answer(
                            exchange,
                            "{\"access_token\":\"" + TestToken.administrator().sign()
                                    + "\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
            server.start();
            return new TestIssuer(server);
        } catch (IOException failed) {
            throw new UncheckedIOException("The test issuer did not start", failed);
        }
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
