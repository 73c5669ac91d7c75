package com.skytill.platform.update;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Takes a waiting update back; only its submitter can. */
@Singleton
final class WithdrawUpdate implements Update<WithdrawUpdate.Parameters, LedgerRow> {

    record Parameters(Long updateId, String reason) {}

    private final Decision decision;
    private final ReviewSection section;

    WithdrawUpdate(Decision decision, ReviewSection section) {
        this.decision = decision;
        this.section = section;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                section.operation("withdraw", "update"),
                Section.REVIEW,
                null,
                "Takes back an update of one's own that waits for review",
                "The update stays in the audit trail and is never applied.",
                "update",
                UpdateView.class);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("update_id", "The waiting update").mandatory(),
                in.lines("reason", "Why it is withdrawn").max(1000).optional());
    }

    @Override
    public boolean reviewed() {
        return false;
    }

    @Override
    public Uni<LedgerRow> check(Parameters parameters, Caller caller) {
        return decision.waiting(parameters.updateId()).invoke(row -> {
            // Other people's updates are not told from none at all: the queue is not public.
            if (!row.submittedBy.equals(caller.subject())) {
                throw ProblemException.notFound("update");
            }
        });
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, LedgerRow row, Caller caller) {
        var view = decision.decide(row, UpdateStatus.WITHDRAWN, caller, parameters.reason());
        return Uni.createFrom().item(Outcome.changed("update", row.updateId, view));
    }
}
