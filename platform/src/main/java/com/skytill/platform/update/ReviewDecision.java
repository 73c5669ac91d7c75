package com.skytill.platform.update;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

/** A decision on a waiting update: an update itself, with a ledger row of its own, that is never reviewed in its turn. */
abstract sealed class ReviewDecision implements Update<ReviewDecision.Parameters, LedgerRow>
        permits ApproveUpdate, RejectUpdate, WithdrawUpdate {

    record Parameters(Long updateId, String reason) {}

    private final OperationDescription description;
    private final Decision decision;
    private final UpdateStatus decided;

    ReviewDecision(OperationDescription description, Decision decision, UpdateStatus decided) {
        this.description = description;
        this.decision = decision;
        this.decided = decided;
    }

    @Override
    public final OperationDescription description() {
        return description;
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("update_id", "The waiting update").mandatory(),
                in.lines("reason", "Why it is decided so").max(1000).optional());
    }

    @Override
    public final boolean reviewed() {
        return false;
    }

    @Override
    public Uni<LedgerRow> check(Parameters parameters, Caller decider) {
        return decision.waiting(parameters.updateId());
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, LedgerRow row, Caller decider) {
        var view = decision.decide(row, decided, decider, parameters.reason());
        return Uni.createFrom().item(Outcome.changed("update", row.updateId, view));
    }
}
