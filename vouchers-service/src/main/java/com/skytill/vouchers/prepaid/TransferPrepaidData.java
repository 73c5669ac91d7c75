package com.skytill.vouchers.prepaid;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.identity.Account;
import com.skytill.vouchers.identity.AccountLookupStore;
import com.skytill.vouchers.identity.AccountReference;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;

/** Gives what is left of an allocation to another prepaid account. */
@Singleton
final class TransferPrepaidData implements Update<TransferPrepaidData.Parameters, Account> {

    private static final String TO = "to_";

    record Parameters(Long allocationId, AccountReference to, String reason) {}

    private final AccountLookupStore accounts;
    private final AllocationStore store;
    private final Clock clock;

    TransferPrepaidData(AccountLookupStore accounts, AllocationStore store, Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "transfer_prepaid_data",
                        Section.HOTSPOTS,
                        Permission.RADIUS_WRITE,
                        "Transfers prepaid data to another account",
                        "Give to_username or to_account_id. What is left goes there with the same speed and expiry, as an allocation of its"
                                + " own, which can't be transferred again; what was used stays behind. Sessions that used it go on with"
                                + " their account's next allocation, or are disconnected: sessions_disconnecting says how many.",
                        "allocation",
                        AllocationView.class)
                .showing("sessions_disconnecting", Integer.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.id("allocation_id", "What is transferred: an allocation that is unused or active")
                        .mandatory(),
                AccountReference.read(in, TO, "The account that takes it"),
                in.lines("reason", "Why; stands in the comment of the new allocation")
                        .max(500)
                        .optional());
    }

    @Override
    public Uni<Account> check(Parameters parameters, Caller submitter) {
        parameters.to().require(TO);
        return accounts.get(parameters.to())
                .flatMap(taker -> find(parameters.allocationId())
                        .flatMap(row -> store.lock(List.of(row.accountId, taker.accountId())))
                        .flatMap(locked -> find(parameters.allocationId()))
                        .invoke(row ->
                                row.allocation().requireTransferable(row.transferredFrom != null, clock.instant()))
                        .invoke(row -> {
                            if (row.accountId == taker.accountId()) {
                                throw ProblemException.parameter(TO + "account_id", "has this allocation already");
                            }
                        }))
                .flatMap(locked -> accounts.get(parameters.to()))
                .invoke(PrepaidAccounts::requireTaker);
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Account taker, Caller submitter) {
        var now = clock.instant();
        return store.transfer(parameters.allocationId(), taker.accountId(), parameters.reason(), now)
                .flatMap(done -> store.get(done.allocationId())
                        .map(row -> Outcome.added("allocation", row.allocationId, AllocationView.of(row, now))
                                .with("sessions_disconnecting", done.disconnecting())));
    }

    private Uni<AllocationRow> find(long allocationId) {
        return store.find(allocationId).map(found -> found.orElseThrow(() -> ProblemException.notFound("allocation")));
    }
}
