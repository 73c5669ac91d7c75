package com.skytill.local.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands for any service's jar: is ready at once, and gives everybody a token. Uses the JDK alone. */
final class FakeService {

    private FakeService() {}

    /** Serves until it is stopped; ends at once when a file named {@code broken} lies beside its jar. */
    public static void main(String[] arguments) throws IOException {
        if (Files.exists(Path.of(System.getProperty("java.class.path")).resolveSibling("broken"))) {
            System.out.println("It can't go on like this");
            System.exit(3);
        }
        var address = new InetSocketAddress(
                System.getenv("QUARKUS_HTTP_HOST"), Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
        var server = HttpServer.create(address, 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, "{\"status\":\"UP\"}"));
        server.createContext(
                "/oauth/token", exchange -> answer(exchange, "{\"access_token\":\"sk_fake\",\"expires_in\":3600}"));
        server.start();
        System.out.println("Serving");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
