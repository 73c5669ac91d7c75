package com.skytill.vouchers.topup;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Refuses a top-up that was asked for. */
@Singleton
final class RejectTopup implements Update<RejectTopup.Parameters, WaitingTopups.Waiting> {

    record Parameters(Long topupId, String reason) {}

    private final WaitingTopups waitingTopups;
    private final TopupStore store;
    private final Clock clock;

    RejectTopup(WaitingTopups waitingTopups, TopupStore store, Clock clock) {
        this.waitingTopups = waitingTopups;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "reject_topup",
                        Section.DATA_ACCOUNTS,
                        Permission.RADIUS_WRITE,
                        "Rejects a top-up",
                        "One that is requested or paid; what was paid is to be given back elsewhere.",
                        "topup",
                        TopupView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("topup_id", "A top-up that is requested or paid").mandatory(),
                in.lines("reason", "Why it is rejected")
                        .max(500)
                        .example("The payment was returned")
                        .mandatory());
    }

    @Override
    public Uni<WaitingTopups.Waiting> check(Parameters parameters, Caller submitter) {
        return waitingTopups.lock(parameters.topupId());
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, WaitingTopups.Waiting waiting, Caller submitter) {
        return store.reject(waiting.topupId(), clock.instant(), submitter.username(), parameters.reason())
                .flatMap(ignored -> store.get(waiting.topupId()))
                .map(row -> Outcome.changed("topup", row.topupId, TopupView.of(row)));
    }
}
