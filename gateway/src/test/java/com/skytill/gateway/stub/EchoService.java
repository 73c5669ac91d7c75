package com.skytill.gateway.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A service that answers with what reached it, large bodies by their length; and a large answer on demand. */
final class EchoService {

    private static final int KEPT = 64 * 1024;

    private EchoService() {}

    static void install(HttpServer server) {
        server.createContext("/", EchoService::echo);
        server.createContext("/api/v1/get_radius_export", EchoService::export);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var kept = new ByteArrayOutputStream();
        byte[] chunk = new byte[64 * 1024];
        long length = 0;
        for (int n = exchange.getRequestBody().read(chunk);
                n >= 0;
                n = exchange.getRequestBody().read(chunk)) {
            length += n;
            if (kept.size() + n <= KEPT) {
                kept.write(chunk, 0, n);
            }
        }
        var headers = new JsonObject();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), new JsonArray(values)));
        var seen = new JsonObject()
                .put("method", exchange.getRequestMethod())
                .put("uri", exchange.getRequestURI().toString())
                .put("headers", headers)
                .put("length", length)
                .put("body", kept.toString(StandardCharsets.ISO_8859_1));
        var answer = exchange.getResponseHeaders();
        answer.set("Set-Cookie", "session=1");
        answer.set("X-Request-Id", "the-service-s-own");
        answer.set("X-Answer", "passes");
        AuthStub.answer(exchange, 200, seen.encode());
    }

    private static void export(HttpExchange exchange) throws IOException {
        long left = Long.parseLong(exchange.getRequestURI().getQuery().replace("bytes=", ""));
        exchange.getResponseHeaders().set("Content-Type", "text/csv");
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = new byte[64 * 1024];
        try (var out = exchange.getResponseBody()) {
            while (left > 0) {
                int n = (int) Math.min(left, chunk.length);
                out.write(chunk, 0, n);
                left -= n;
            }
        }
    }
}
