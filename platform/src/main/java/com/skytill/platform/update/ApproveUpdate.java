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
final class ApproveUpdate extends ReviewDecision {

    private final UpdateLedger ledger;
    private final Provider<Operations> operations;

    // The operations are looked up late: this is one of them.
    ApproveUpdate(Decision decision, UpdateLedger ledger, ReviewSection section, Provider<Operations> operations) {
        super(
                OperationDescription.update(
                                section.operation("approve", "update"),
                                Section.REVIEW,
                                Permission.REVIEW_WRITE,
                                "Applies an update that waits for review",
                                "It is checked again as things are now; when it no longer holds, the answer says why and it goes on"
                                        + " waiting.",
                                "update",
                                UpdateView.class)
                        .failingBy(
                                ProblemCode.NOT_FOUND,
                                ProblemCode.ALREADY_EXISTS,
                                ProblemCode.ILLEGAL_STATE,
                                ProblemCode.RULE_VIOLATED,
                                ProblemCode.ALREADY_DECIDED),
                decision,
                UpdateStatus.APPLIED);
        this.ledger = ledger;
        this.operations = operations;
    }

    @Override
    public Uni<LedgerRow> check(Parameters parameters, Caller approver) {
        return super.check(parameters, approver).invoke(row -> {
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
                rerun(update, row).flatMap(done -> {
                    row.entity = done.entity();
                    row.entityId = done.entityId();
                    return super.apply(parameters, row, approver).map(decided -> decided.with(done));
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
