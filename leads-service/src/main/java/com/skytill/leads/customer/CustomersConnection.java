package com.skytill.leads.customer;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.platform.web.RequestIds;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP of the calls to customers-service: so many at once, none longer than its caller waits, no endless answers. */
@Singleton
final class CustomersConnection {

    private static final Logger LOG = Logger.getLogger(CustomersConnection.class);

    /** A full page of customers with the longest notes has less. */
    private static final int LONGEST_ANSWER_BYTES = 8 << 20;

    private final CustomersConfig config;
    private final HttpClient http;
    private final AtomicInteger running = new AtomicInteger();

    CustomersConnection(CustomersConfig config, Vertx vertx) {
        this.config = config;
        this.http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(config.atOnce()));
    }

    @PreDestroy
    void close() {
        http.closeAndForget();
    }

    /** The longest that an operation's calls may take in all. */
    Duration patience() {
        return config.patience();
    }

    /**
     * Posts an operation; the reply comes on the caller's context, where its database session belongs.
     *
     * @param key an idempotency key, or null
     * @param deadlineNanos of {@link System#nanoTime}
     */
    Uni<Reply> post(
            String operation,
            Map<String, String> parameters,
            String key,
            CallerIdentity.Token token,
            long deadlineNanos) {
        var context = Objects.requireNonNull(Vertx.currentContext(), "needs a Vert.x context");
        return Uni.createFrom()
                .deferred(() -> bounded(operation, parameters, key, token, deadlineNanos))
                .onFailure()
                .transform(failure -> problem(operation, failure))
                .emitOn(task -> context.runOnContext(task));
    }

    private Uni<Reply> bounded(
            String operation,
            Map<String, String> parameters,
            String key,
            CallerIdentity.Token token,
            long deadlineNanos) {
        var left = Duration.ofNanos(deadlineNanos - System.nanoTime());
        if (!left.isPositive()) {
            return Uni.createFrom().failure(new UnreachedException("The customers' service is too slow"));
        }
        if (running.incrementAndGet() > config.atOnce()) {
            running.decrementAndGet();
            return Uni.createFrom().failure(new UnreachedException("The customers' service is too slow now"));
        }
        return request(operation, left)
                .flatMap(request -> send(headed(request, key, token), parameters))
                .ifNoItem()
                .after(left)
                .fail()
                .onTermination()
                .invoke(() -> running.decrementAndGet());
    }

    private Uni<HttpClientRequest> request(String operation, Duration left) {
        // Shorter than what is left, so that no connection comes when nobody waits for it.
        var connecting = left.compareTo(config.connectTimeout()) < 0 ? left.dividedBy(2) : config.connectTimeout();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(config.url() + "/api/v1/" + operation)
                .setConnectTimeout(Math.max(1, connecting.toMillis()));
        return http.request(options).onFailure().transform(failure -> {
            LOG.warnf("customers-service can't be reached: %s", failure);
            return new UnreachedException("The customers' service can't be reached now");
        });
    }

    private static HttpClientRequest headed(HttpClientRequest request, String key, CallerIdentity.Token token) {
        request.putHeader("Authorization", "Bearer " + token.jwt());
        request.putHeader("Content-Type", "application/json");
        if (MDC.get("requestId") instanceof String id) {
            request.putHeader(RequestIds.HEADER, id);
        }
        if (key != null) {
            request.putHeader("Idempotency-Key", key);
        }
        return request;
    }

    private static Uni<Reply> send(HttpClientRequest request, Map<String, String> parameters) {
        return request.send(encode(parameters))
                .flatMap(response -> body(response).map(body -> new Reply(response.statusCode(), body)))
                // Else an answer that nobody waits for would go on holding its connection.
                .onFailure()
                .invoke(ignored -> request.reset())
                .onCancellation()
                .invoke(request::reset);
    }

    private static Uni<String> body(HttpClientResponse response) {
        return response.toMulti()
                .collect()
                .in(Buffer::buffer, (all, part) -> {
                    if (all.length() + part.length() > LONGEST_ANSWER_BYTES) {
                        throw Reply.failed();
                    }
                    all.appendBuffer(part);
                })
                .map(all -> all.toString(StandardCharsets.UTF_8.name()));
    }

    // Not a form: those have narrower limits than the notes of a customer.
    private static String encode(Map<String, String> parameters) {
        var json = new JsonObject();
        parameters.forEach(json::put);
        return json.encode();
    }

    private static Throwable problem(String operation, Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known;
            case UnreachedException known -> known;
            case TimeoutException ignored -> {
                LOG.warnf("customers-service did not answer %s in time", operation);
                yield new ProblemException(
                        ProblemCode.UPSTREAM_TIMEOUT, "The customers' service did not answer in time");
            }
            default -> {
                LOG.warnf("customers-service did not answer %s: %s", operation, failure);
                yield Reply.failed();
            }
        };
    }
}
