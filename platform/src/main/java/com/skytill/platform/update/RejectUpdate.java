package com.skytill.platform.update;

import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;

import jakarta.inject.Singleton;

/** Refuses a waiting update, with a reason that its submitter is told. */
@Singleton
final class RejectUpdate extends ReviewDecision {

    RejectUpdate(Decision decision, ReviewSection section) {
        super(
                OperationDescription.update(
                                section.operation("reject", "update"),
                                Section.REVIEW,
                                Permission.REVIEW_WRITE,
                                "Rejects an update that waits for review",
                                "The update stays in the audit trail and is never applied.",
                                "update",
                                UpdateView.class)
                        .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ALREADY_DECIDED),
                decision,
                UpdateStatus.REJECTED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("update_id", "The waiting update").mandatory(),
                in.lines("reason", "Why it is rejected")
                        .max(1000)
                        .example("Entered twice")
                        .mandatory());
    }
}
