package com.skytill.platform.update;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationAnswer;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.RawParameters;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.platform.secret.SecretBox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.MDC;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs every update in one transaction with its ledger row: claims the idempotency key, checks, applies or leaves it for
 * review, and answers from the row. A failure rolls all of it back, the claim too, so a key names what was done, never what
 * was refused.
 */
@Singleton
public final class UpdateLedger {

    private static final String SECRETS = "update_ledger.sealed_secrets";

    private final LedgerStore store;
    private final LedgerConfig config;
    private final ReviewConfig review;
    private final AnswerBody answers;
    private final SecretBox box;
    private final Clock clock;

    UpdateLedger(
            LedgerStore store,
            LedgerConfig config,
            ReviewConfig review,
            AnswerBody answers,
            SecretBox box,
            Clock clock) {
        this.store = store;
        this.config = config;
        this.review = review;
        this.answers = answers;
        this.box = box;
        this.clock = clock;
    }

    /**
     * Submits an update.
     *
     * @param raw what the parameters were read from: kept in the row without its secrets
     * @param key the caller's idempotency key
     */
    public <P, C> Uni<OperationAnswer> submit(
            Update<P, C> update, P parameters, RawParameters raw, Caller caller, Optional<String> key) {
        if (update.dryRun(parameters)) {
            return preview(update, parameters, caller);
        }
        var row = row(update.description().name(), raw, caller, key.orElse(null));
        return Panache.withTransaction(() -> forgetOldKey(row)
                .flatMap(ignored -> store.claim(row, config.patience()))
                .flatMap(id -> {
                    if (id.isEmpty()) {
                        return replay(row);
                    }
                    row.updateId = id.get();
                    return run(update, parameters, raw, caller, row);
                }));
    }

    private <P, C> Uni<OperationAnswer> preview(Update<P, C> update, P parameters, Caller caller) {
        return Panache.withSession(() -> update.check(parameters, caller)
                .map(checked -> new OperationAnswer(200, answers.preview(update.preview(parameters, checked)), false)));
    }

    /** The policy of that operation. */
    ReviewPolicy policy(String operation) {
        return review.operations().getOrDefault(operation, review.standard());
    }

    /** The stored parameters of a waiting update, secrets included. */
    RawParameters stored(LedgerRow row) {
        var values = values(row.parameters);
        if (row.sealedSecrets != null) {
            values.putAll(values(box.open(row.sealedSecrets, SECRETS)));
        }
        return RawParameters.of(values);
    }

    private LedgerRow row(String operation, RawParameters raw, Caller caller, String key) {
        var row = new LedgerRow();
        row.operation = operation;
        row.parameters = encode(raw.canonical());
        row.fingerprint = box.fingerprint(operation + row.parameters + encode(raw.secrets()));
        row.idempotencyKey = key;
        row.requestId = MDC.get("requestId") instanceof String id ? id : null;
        row.submittedAt = clock.instant();
        row.submittedBy = caller.subject();
        row.submitterUsername = caller.username();
        row.clientId = caller.clientId();
        row.submitterPermissions =
                caller.permissions().stream().map(Permission::code).collect(Collectors.joining(" "));
        return row;
    }

    private Uni<Integer> forgetOldKey(LedgerRow row) {
        return row.idempotencyKey == null
                ? Uni.createFrom().item(0)
                : store.forgetKey(row.clientId, row.idempotencyKey, row.submittedAt.minus(config.remembered()));
    }

    private <P, C> Uni<OperationAnswer> run(
            Update<P, C> update, P parameters, RawParameters raw, Caller caller, LedgerRow row) {
        boolean waits = update.reviewed() && policy(row.operation).waits(caller);
        return update.check(parameters, caller)
                .flatMap(checked -> waits
                        ? leaveWaiting(row, raw)
                        : update.apply(parameters, checked, caller).flatMap(outcome -> applied(row, outcome)));
    }

    private Uni<OperationAnswer> leaveWaiting(LedgerRow row, RawParameters raw) {
        row.status = UpdateStatus.PENDING_REVIEW;
        row.sealedSecrets = raw.secrets().isEmpty() ? null : box.seal(encode(raw.secrets()), SECRETS);
        row.answerStatus = 202;
        row.answerBody = answers.pending(row.updateId);
        return store.settle(row).map(ignored -> new OperationAnswer(202, row.answerBody, false));
    }

    private Uni<OperationAnswer> applied(LedgerRow row, Outcome outcome) {
        row.status = UpdateStatus.APPLIED;
        row.entity = outcome.entity();
        row.entityId = outcome.entityId();
        row.answerStatus = outcome.added() ? 201 : 200;
        row.answerBody = answers.kept(row.updateId, outcome);
        return store.settle(row)
                .map(ignored -> new OperationAnswer(row.answerStatus, answers.first(row.updateId, outcome), false));
    }

    private Uni<OperationAnswer> replay(LedgerRow again) {
        return store.holder(again.clientId, again.idempotencyKey).map(first -> {
            if (!first.fingerprint.equals(again.fingerprint)) {
                throw new ProblemException(
                        ProblemCode.IDEMPOTENCY_KEY_REUSED,
                        "This idempotency key was used for another operation or with other parameters");
            }
            return new OperationAnswer(first.answerStatus, first.answerBody, true);
        });
    }

    private static String encode(Map<String, String> values) {
        var json = new JsonObject();
        values.forEach(json::put);
        return json.encode();
    }

    static Map<String, String> values(String json) {
        return new JsonObject(json)
                .stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> (String) entry.getValue()));
    }
}
