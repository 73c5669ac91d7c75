package com.skytill.platform.update;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Refuses a waiting update, with a reason that its submitter is told. */
@Singleton
final class RejectUpdate implements Update<RejectUpdate.Parameters, LedgerRow> {

    record Parameters(Long updateId, String reason) {}

    private final Decision decision;
    private final ReviewSection section;

    RejectUpdate(Decision decision, ReviewSection section) {
        this.decision = decision;
        this.section = section;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                section.operation("reject", "update"),
                Section.REVIEW,
                Permission.REVIEW_WRITE,
                "Rejects an update that waits for review",
                "The update stays in the audit trail and is never applied.",
                "update",
                UpdateView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("update_id", "The waiting update").mandatory(),
                in.lines("reason", "Why it is rejected").max(1000).mandatory());
    }

    @Override
    public boolean reviewed() {
        return false;
    }

    @Override
    public Uni<LedgerRow> check(Parameters parameters, Caller caller) {
        return decision.waiting(parameters.updateId());
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, LedgerRow row, Caller caller) {
        var view = decision.decide(row, UpdateStatus.REJECTED, caller, parameters.reason());
        return Uni.createFrom().item(Outcome.changed("update", row.updateId, view));
    }
}
