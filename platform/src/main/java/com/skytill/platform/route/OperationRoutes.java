package com.skytill.platform.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.CallerToken;
import com.skytill.platform.operation.Document;
import com.skytill.platform.operation.Operation;
import com.skytill.platform.operation.OperationAnswer;
import com.skytill.platform.operation.Operations;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.StreamedDocument;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.parameter.RawParameters;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemTable;
import com.skytill.platform.update.UpdateLedger;
import com.skytill.platform.web.ProblemWriter;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import java.util.List;

/** Serves every operation of the service at {@code /api/v1/<operation>}: binds, checks the permission, runs, answers. */
@Singleton
final class OperationRoutes {

    private static final String PATH = "/api/v1/:operation";
    private static final String SERVING = OperationRoutes.class.getName();
    private static final String IDEMPOTENCY_HEADER = "Idempotency-Key";

    private final Operations operations;
    private final UpdateLedger ledger;
    private final ProblemTable table;
    private final ProblemWriter problems;
    private final ProblemCounts counts;
    private final ObjectMapper json;
    private final long bodyLimitBytes;

    OperationRoutes(
            Operations operations,
            UpdateLedger ledger,
            ProblemTable table,
            ProblemWriter problems,
            ProblemCounts counts,
            ObjectMapper json,
            @ConfigProperty(name = "skytill.operations.body-limit-bytes", defaultValue = "1048576")
                    long bodyLimitBytes) {
        this.operations = operations;
        this.ledger = ledger;
        this.table = table;
        this.problems = problems;
        this.counts = counts;
        this.json = json;
        this.bodyLimitBytes = bodyLimitBytes;
    }

    void register(@Observes Router router) {
        router.route(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(bodyLimitBytes))
                .handler(this::serve)
                .failureHandler(this::fail);
    }

    /** What fails before {@link #serve} is the reading of the body, and what can't be read is the caller's fault. */
    private void fail(RoutingContext context) {
        boolean reading = context.get(SERVING) == null;
        if (reading && context.statusCode() != ProblemCode.PAYLOAD_TOO_LARGE.status()) {
            answer(context, new Problem(ProblemCode.INVALID_REQUEST, "The body is not well-formed"));
        } else {
            answer(context, table.of(context));
        }
    }

    private void serve(RoutingContext context) {
        context.put(SERVING, true);
        var method = context.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.POST)) {
            context.response().putHeader("Allow", "GET, POST");
            answer(context, new Problem(ProblemCode.METHOD_NOT_ALLOWED, "Operations take GET and POST"));
            return;
        }
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .map(CallerToken::of)
                .flatMap(caller -> run(context, caller))
                .subscribe()
                .with(answer -> write(context, answer), failure -> answer(context, table.of(failure)));
    }

    private Uni<OperationAnswer> run(RoutingContext context, Caller caller) {
        var operation = operations.get(context.pathParam("operation"));
        operation.description().permission().ifPresent(caller::require);
        var raw = RequestParameters.of(context);
        return switch (operation) {
            case Query<?> query -> answer(query, raw, caller);
            case Update<?, ?> update ->
                submit(update, raw, caller, context.request().headers().getAll(IDEMPOTENCY_HEADER));
        };
    }

    private <P> Uni<OperationAnswer> answer(Query<P> query, RawParameters raw, Caller caller) {
        P parameters = bind(query, raw);
        return Panache.withSession(() -> query.answer(parameters, caller).map(this::answer));
    }

    private OperationAnswer answer(Object body) {
        return switch (body) {
            case Document document -> document.toAnswer();
            case StreamedDocument document -> document.toAnswer();
            default -> new OperationAnswer(200, write(body), false);
        };
    }

    private <P, C> Uni<OperationAnswer> submit(
            Update<P, C> update, RawParameters raw, Caller caller, List<String> headers) {
        var key = IdempotencyKey.take(headers, raw);
        P parameters = bind(update, raw);
        return ledger.submit(update, parameters, raw, caller, key);
    }

    private static <P> P bind(Operation<P> operation, RawParameters raw) {
        var reader = ParameterReader.reading(raw);
        P parameters = operation.read(reader);
        reader.finish();
        return parameters;
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An answer can't be written as JSON", unwritable);
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        // Quarkus tells some failures twice: to the handler that asked, and to the route.
        if (!context.response().ended()) {
            counts.add(context.pathParam("operation"), problem.code());
            problems.write(context, problem);
        }
    }

    private void write(RoutingContext context, OperationAnswer answer) {
        if (answer.parts() == null) {
            begin(context, answer).end(answer.body());
        } else {
            answer.parts()
                    .subscribe()
                    .withSubscriber(new StreamedBody(
                            context,
                            () -> begin(context, answer).setChunked(true),
                            failure -> answer(context, table.of(failure))));
        }
    }

    private static HttpServerResponse begin(RoutingContext context, OperationAnswer answer) {
        var response = context.response().setStatusCode(answer.status()).putHeader("Cache-Control", "no-store");
        answer.headers().forEach(response::putHeader);
        if (answer.replayed()) {
            response.putHeader("Idempotency-Replayed", "true");
        }
        return response;
    }
}
