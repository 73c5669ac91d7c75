package com.skytill.platform.update;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Section;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Takes a waiting update back; only its submitter can. */
@Singleton
final class WithdrawUpdate extends ReviewDecision {

    WithdrawUpdate(Decision decision, ReviewSection section) {
        super(
                OperationDescription.update(
                                section.operation("withdraw", "update"),
                                Section.REVIEW,
                                null,
                                "Takes back an update of one's own that waits for review",
                                "The update stays in the audit trail and is never applied.",
                                "update",
                                UpdateView.class)
                        .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ALREADY_DECIDED),
                decision,
                UpdateStatus.WITHDRAWN);
    }

    @Override
    public Uni<LedgerRow> check(Parameters parameters, Caller caller) {
        return super.check(parameters, caller).invoke(row -> {
            // Other people's updates are not told from none at all: the queue is not public.
            if (!row.submittedBy.equals(caller.subject())) {
                throw ProblemException.notFound("update");
            }
        });
    }
}
