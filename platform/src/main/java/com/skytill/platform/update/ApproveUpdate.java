package com.skytill.platform.update;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Operations;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Applies a waiting update, exactly once, after checking it again as things are now. */
@Singleton
final class ApproveUpdate implements Update<ApproveUpdate.Parameters, LedgerRow> {

    record Parameters(Long updateId, String reason) {}

    private final Decision decision;
    private final UpdateLedger ledger;
    private final ReviewSection section;
    private final Provider<Operations> operations;

    // The operations are looked up late: this is one of them.
    ApproveUpdate(Decision decision, UpdateLedger ledger, ReviewSection section, Provider<Operations> operations) {
        this.decision = decision;
        this.ledger = ledger;
        this.section = section;
        this.operations = operations;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                section.operation("approve", "update"),
                Section.REVIEW,
                Permission.REVIEW_WRITE,
                "Applies an update that waits for review",
                "It is checked again as things are now; when it no longer holds, the answer says why and it goes on waiting.",
                "update",
                UpdateView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("update_id", "The waiting update").mandatory(),
                in.lines("reason", "Why it was approved").max(1000).optional());
    }

    @Override
    public boolean reviewed() {
        return false;
    }

    @Override
    public Uni<LedgerRow> check(Parameters parameters, Caller approver) {
        return decision.waiting(parameters.updateId()).invoke(row -> {
            boolean fourEyes = ledger.policy(row.operation) == ReviewPolicy.ALWAYS;
            if (fourEyes && row.submittedBy.equals(approver.subject())) {
                throw new ProblemException(
                        ProblemCode.RULE_VIOLATED, "Somebody else than its submitter must approve this update");
            }
        });
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, LedgerRow row, Caller approver) {
        return switch (operations.get().get(row.operation)) {
            case Update<?, ?> update ->
                rerun(update, row).map(outcome -> {
                    row.entity = outcome.entity();
                    row.entityId = outcome.entityId();
                    var view = decision.decide(row, UpdateStatus.APPLIED, approver, parameters.reason());
                    return Outcome.changed("update", row.updateId, view).with(outcome);
                });
            default -> throw new IllegalStateException("The ledger has a row of what is no update: " + row.operation);
        };
    }

    private <P, C> Uni<Outcome> rerun(Update<P, C> update, LedgerRow row) {
        var reader = ParameterReader.reading(ledger.stored(row));
        P stored = update.read(reader);
        reader.finish();
        var submitter = row.submitter();
        return update.check(stored, submitter).flatMap(checked -> update.apply(stored, checked, submitter));
    }
}
