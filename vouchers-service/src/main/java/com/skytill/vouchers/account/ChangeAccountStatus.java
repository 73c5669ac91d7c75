package com.skytill.vouchers.account;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.identity.AccountReference;
import io.smallrye.mutiny.Uni;

import java.time.Clock;

/** What suspending, resuming and cancelling share: the account is locked, its status allows the step, and its sessions follow. */
abstract sealed class ChangeAccountStatus implements Update<ChangeAccountStatus.Parameters, AccountRow>
        permits SuspendDataAccount, ResumeDataAccount, CancelDataAccount {

    record Parameters(AccountReference account, String reason) {}

    private final StatusChange change;
    private final AccountStore store;
    private final Clock clock;

    ChangeAccountStatus(StatusChange change, AccountStore store, Clock clock) {
        this.change = change;
        this.store = store;
        this.clock = clock;
    }

    static OperationDescription describe(String name, String title, String text) {
        return OperationDescription.update(
                        name,
                        Section.DATA_ACCOUNTS,
                        Permission.RADIUS_WRITE,
                        title,
                        "Give username or account_id. " + text,
                        "data_account",
                        AccountView.class)
                .showing("sessions_disconnecting", int.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE);
    }

    @Override
    public Parameters read(ParameterReader in) {
        var account = AccountReference.read(in);
        return new Parameters(account, reason(in).optional());
    }

    static Parameter<String> reason(ParameterReader in) {
        return in.text("reason", "Why, for those who look at the account later")
                .max(500)
                .example("Unpaid since March");
    }

    @Override
    public Uni<AccountRow> check(Parameters parameters, Caller submitter) {
        parameters.account().require("");
        return store.lock(parameters.account())
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("data account")))
                .invoke(account -> change.of(account.status));
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, AccountRow account, Caller submitter) {
        var status = change.of(account.status);
        return store.changeStatus(account.accountId, status, parameters.reason(), clock.instant())
                .flatMap(disconnecting -> store.get(account.accountId)
                        .map(row -> Outcome.changed("data_account", row.accountId, AccountView.of(row))
                                .with("sessions_disconnecting", disconnecting)));
    }
}
