package com.skytill.leads.customer;

import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One operation's calls to customers-service, in its caller's name; all of them together have one patience. */
public final class CustomersCalls {

    /** As many as a person looks at. */
    private static final String SOME = "10";

    private static final String PAGE = "500";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** Refusals before customers-service looks whether it knows the key, or because of the key. */
    private static final Set<ProblemCode> AT_THE_DOOR = Set.of(
            ProblemCode.INVALID_TOKEN,
            ProblemCode.INSUFFICIENT_PERMISSION,
            ProblemCode.INSUFFICIENT_SCOPE,
            ProblemCode.IDEMPOTENCY_KEY_IN_USE,
            ProblemCode.IDEMPOTENCY_KEY_REUSED,
            ProblemCode.RATE_LIMITED);

    /** Refusals that are no fault of the caller's: what answers is not the service that this one was written for. */
    private static final Set<ProblemCode> MISUNDERSTANDINGS = Set.of(
            ProblemCode.UNKNOWN_OPERATION,
            ProblemCode.UNKNOWN_PARAMETER,
            ProblemCode.METHOD_NOT_ALLOWED,
            ProblemCode.PAYLOAD_TOO_LARGE,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE);

    private final CustomersConnection connection;
    private final CallerIdentity.Token token;
    private final long deadlineNanos;

    CustomersCalls(CustomersConnection connection, CallerIdentity.Token token, long deadlineNanos) {
        this.connection = connection;
        this.token = token;
        this.deadlineNanos = deadlineNanos;
    }

    /** The client in whose name it calls: idempotency keys are a client's own. */
    public String clientId() {
        return token.clientId();
    }

    /** Some customers with that phone number or e-mail address, however they are written; null is none. */
    public Uni<List<Customer>> reachedBy(String phone, String email) {
        return customers("phone", phone)
                .flatMap(byPhone -> customers("email", email)
                        .map(byEmail -> Stream.concat(byPhone.stream(), byEmail.stream())
                                .distinct()
                                .toList()));
    }

    /** The customer that the lead has become, if it has. */
    public Uni<Optional<Customer>> ofLead(long leadId) {
        return customers("lead_id", Long.toString(leadId))
                .map(found -> found.stream()
                        .filter(customer -> Objects.equals(customer.leadId(), leadId))
                        .findFirst());
    }

    private Uni<List<Customer>> customers(String filter, String value) {
        if (value == null) {
            return Uni.createFrom().item(List.of());
        }
        return connection
                .post("get_customers", Map.of(filter, value, "limit", SOME), null, token, deadlineNanos)
                .onFailure(UnreachedException.class)
                .transform(UnreachedException::problem)
                .map(reply -> {
                    if (reply.status() != 200) {
                        throw new ProblemException(understood(reply.refusal()));
                    }
                    return reply.read(json -> json.getJsonArray("items").stream()
                            .map(item -> Customer.of((JsonObject) item))
                            .toList());
                });
    }

    /** Adds the customer, unless that was done under the same key. A failure leaves it open whether it is there now. */
    public Uni<Added> add(Map<String, String> customer, String key) {
        return connection
                .post("add_customer", customer, key, token, deadlineNanos)
                .map(reply -> switch (reply.status()) {
                    case 200, 201 -> new Added.Made(reply.read(json -> Customer.of(json.getJsonObject("customer"))));
                    case 202 -> new Added.Waiting(reply.read(json -> json.getLong("update_id")));
                    default -> refused(reply.refusal());
                })
                .onFailure(UnreachedException.class)
                .recoverWithItem(failure -> new Added.Refused(failure.problem().problem(), false));
    }

    /**
     * Whether the update in which a customer waited for review was rejected or withdrawn; false when the caller may not see that.
     *
     * @param submitted about when
     */
    public Uni<Boolean> wasGivenUp(long updateId, Instant submitted) {
        return hasStatus("rejected", updateId, submitted)
                .flatMap(rejected ->
                        rejected ? Uni.createFrom().item(true) : hasStatus("withdrawn", updateId, submitted));
    }

    private Uni<Boolean> hasStatus(String status, long updateId, Instant submitted) {
        var parameters = Map.of(
                "operation",
                "add_customer",
                "status",
                status,
                "from",
                submitted.minus(CLOCKS_DIFFER).toString(),
                "to",
                submitted.plus(CLOCKS_DIFFER).toString(),
                "limit",
                PAGE);
        return connection
                .post("get_pending_customers_updates", parameters, null, token, deadlineNanos)
                .onFailure(UnreachedException.class)
                .transform(UnreachedException::problem)
                .map(reply -> reply.status() == 200
                        && reply.read(json -> json.getJsonArray("items").stream()
                                .anyMatch(item -> ((JsonObject) item).getLong("update_id") == updateId)));
    }

    private static Added refused(Problem problem) {
        boolean checked = !AT_THE_DOOR.contains(problem.code()) && !MISUNDERSTANDINGS.contains(problem.code());
        return new Added.Refused(understood(problem), checked);
    }

    private static Problem understood(Problem problem) {
        return MISUNDERSTANDINGS.contains(problem.code()) ? Reply.failed().problem() : problem;
    }
}
