package com.skytill.gateway.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * auth-service as the gateway sees it. A token's name says how it fares: {@code sk_<kind>-<anything>}, where the kind
 * is a permission section, {@code none}, {@code bad} or a kind of trouble; behind a point may stand its client.
 */
final class AuthStub {

    private final Map<String, AtomicInteger> introspections = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

    void install(HttpServer server) {
        server.createContext("/oauth/introspect", this::introspect);
        server.createContext(
                "/stub/count",
                exchange -> answer(
                        exchange,
                        200,
                        "" + count(exchange.getRequestURI().getQuery()).get()));
        server.createContext("/stub/revoke", exchange -> {
            revoked.add(exchange.getRequestURI().getQuery());
            answer(exchange, 200, "");
        });
        server.createContext("/stub/release", exchange -> {
            latch(exchange.getRequestURI().getQuery()).countDown();
            answer(exchange, 200, "");
        });
    }

    private AtomicInteger count(String token) {
        return introspections.computeIfAbsent(token, key -> new AtomicInteger());
    }

    private CountDownLatch latch(String token) {
        return held.computeIfAbsent(token, key -> new CountDownLatch(1));
    }

    private void introspect(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith("token="))
                .map(pair -> pair.substring("token=".length()))
                .findFirst()
                .orElse("");
        String basic = "Basic "
                + Base64.getEncoder().encodeToString("gateway:gateway-secret".getBytes(StandardCharsets.UTF_8));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        count(token).incrementAndGet();
        if (token.startsWith("sk_held")) {
            await(latch(token));
        }
        if (token.startsWith("sk_down")) {
            answer(exchange, 500, "{}");
            return;
        }
        answer(exchange, 200, answer(token).encode());
    }

    private JsonObject answer(String token) {
        String kind = token.substring(token.indexOf('_') + 1, Math.max(token.indexOf('-'), token.indexOf('_') + 1));
        if (revoked.contains(token) || kind.isEmpty() || kind.equals("bad")) {
            return new JsonObject().put("active", false);
        }
        long now = Instant.now().getEpochSecond();
        var permissions = kind.equals("none")
                ? new JsonArray()
                : new JsonArray(Stream.of(kind.equals("held") ? "radius" : kind)
                        .flatMap(section -> Stream.of(section + "_read", section + "_write"))
                        .toList());
        var answer = new JsonObject()
                .put("active", true)
                .put("client_id", token.indexOf('.') < 0 ? "client-1" : token.substring(token.indexOf('.') + 1))
                .put("username", "thandi")
                .put("sub", "7")
                .put("permissions", permissions)
                .put(
                        "exp",
                        now
                                + switch (kind) {
                                    case "short" -> 4;
                                    case "expired" -> -2;
                                    default -> 3600;
                                });
        if (!kind.equals("nophantom")) {
            answer.put("phantom_token", phantom(token, kind.equals("stale") ? now + 4 : now + 300));
        }
        return answer;
    }

    private static String phantom(String token, long exp) {
        var claims = new JsonObject().put("sub", "7").put("exp", exp).put("jti", Integer.toHexString(token.hashCode()));
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.encode().getBytes(StandardCharsets.UTF_8)) + ".c2lnbmVk";
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("The test never released the token");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
