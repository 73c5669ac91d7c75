package com.skytill.platform.route;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StreamedBodyTest {

    private static final int LARGE = 100_000;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void partsThenComeWholeAndInOrder() throws Exception {
        var answer = get(Multi.createFrom().range(0, 1000).map(part -> part + ","), BodyHandlers.ofString());

        assertEquals(200, answer.statusCode());
        assertEquals("chunked", answer.headers().firstValue("Transfer-Encoding").orElseThrow());
        var expected = new StringBuilder();
        for (int part = 0; part < 1000; part++) {
            expected.append(part).append(',');
        }
        assertEquals(expected.toString(), answer.body());
    }

    @Test
    void nothingThenAnEmptyAnswer() throws Exception {
        var answer = get(Multi.createFrom().empty(), BodyHandlers.ofString());

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void failureWhenNothingWasSentThenAnswered() throws Exception {
        var answer = get(Multi.createFrom().failure(new IllegalStateException()), BodyHandlers.ofString());

        assertEquals(503, answer.statusCode());
    }

    @Test
    void failureWhenPartWasSentThenNoWholeAnswer() {
        var parts = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item("half"), Multi.createFrom().failure(new IllegalStateException()));

        assertThrows(IOException.class, () -> get(parts, BodyHandlers.ofString()));
    }

    @Test
    void callerWhoTakesNothingThenNoMoreIsMadeAndAfterItIsGoneNoneAtAll() throws Exception {
        var made = new AtomicInteger();
        var gone = new CountDownLatch(1);
        var parts = Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item("x".repeat(LARGE))
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(1))
                        .invoke(made::incrementAndGet))
                .atMost(10_000)
                .onCancellation()
                .invoke(gone::countDown);
        var answer = get(parts, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertEquals('x', body.read());
            int before;
            do {
                before = made.get();
                Thread.sleep(500);
            } while (made.get() > before);
            assertTrue(before < 1000, before + " parts of " + LARGE + " bytes for who takes none");
        }
        assertTrue(gone.await(20, TimeUnit.SECONDS), "goes on without a caller");
    }

    private <T> HttpResponse<T> get(Multi<String> parts, HttpResponse.BodyHandler<T> body) throws Exception {
        var router = Router.router(vertx);
        router.get().handler(context -> send(context, parts));
        var server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        var address = URI.create("http://127.0.0.1:" + server.actualPort());
        return http.send(HttpRequest.newBuilder(address).build(), body);
    }

    private static void send(RoutingContext context, Multi<String> parts) {
        var body = new StreamedBody(context, () -> context.response().setChunked(true), failure -> {
            if (context.response().headWritten()) {
                context.request().connection().close();
            } else {
                context.response().setStatusCode(503).end();
            }
        });
        parts.subscribe().withSubscriber(body);
    }
}
