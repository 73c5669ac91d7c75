package com.skytill.vouchers.topup;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Applies a top-up that was asked for, or writes down that it is paid. */
@Singleton
final class CompleteTopup implements Update<CompleteTopup.Parameters, WaitingTopups.Waiting> {

    record Parameters(Long topupId, boolean onlyPaid) {}

    private final WaitingTopups waitingTopups;
    private final TopupStore store;
    private final Completion completion;

    CompleteTopup(WaitingTopups waitingTopups, TopupStore store, Completion completion) {
        this.waitingTopups = waitingTopups;
        this.store = store;
        this.completion = completion;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "complete_topup",
                        Section.DATA_ACCOUNTS,
                        Permission.RADIUS_WRITE,
                        "Completes a top-up",
                        "Completed means paid and applied: the account has the data from now on, until the end of this calendar month and"
                                + " the months it carries over. With only_paid it is paid, and waits for being completed.",
                        "topup",
                        TopupView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("topup_id", "A top-up that is requested or paid").mandatory(),
                in.flag("only_paid", "Whether to write down only that it is paid")
                        .orElse(false));
    }

    @Override
    public Uni<WaitingTopups.Waiting> check(Parameters parameters, Caller submitter) {
        return waitingTopups.lock(parameters.topupId()).invoke(waiting -> {
            Completion.requireCap(waiting.account());
            if (parameters.onlyPaid() && waiting.status() == TopupStatus.PAID) {
                throw new ProblemException(ProblemCode.ILLEGAL_STATE, "The top-up is paid already");
            }
        });
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, WaitingTopups.Waiting waiting, Caller submitter) {
        var change = parameters.onlyPaid()
                ? store.pay(waiting.topupId()).replaceWithVoid()
                : completion.complete(waiting.topupId(), submitter);
        return change.flatMap(ignored -> store.get(waiting.topupId()))
                .map(row -> Outcome.changed("topup", row.topupId, TopupView.of(row)));
    }
}
