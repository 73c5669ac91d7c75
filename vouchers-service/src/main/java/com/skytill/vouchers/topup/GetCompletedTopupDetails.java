package com.skytill.vouchers.topup;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.vouchers.identity.Account;
import com.skytill.vouchers.identity.AccountLookupStore;
import com.skytill.vouchers.identity.AccountReference;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The top-ups that were paid and applied. */
@Singleton
final class GetCompletedTopupDetails implements Query<CompletedTopupFilter> {

    private final AccountLookupStore accounts;
    private final CompletedTopupStore store;

    GetCompletedTopupDetails(AccountLookupStore accounts, CompletedTopupStore store) {
        this.accounts = accounts;
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                        "get_completed_topup_details",
                        Section.DATA_ACCOUNTS,
                        Permission.RADIUS_READ,
                        "Lists completed top-ups",
                        "In the order in which they were completed. Rollovers are among them.",
                        TopupView.class)
                .failingBy(ProblemCode.NOT_FOUND);
    }

    @Override
    public CompletedTopupFilter read(ParameterReader in) {
        var filter = new CompletedTopupFilter(
                AccountReference.read(in),
                in.instant("from", "Only top-ups completed then or later").optional(),
                in.instant("to", "Only top-ups completed before").optional(),
                in.choice("source", "Only top-ups of this source", TopupSource.class)
                        .optional(),
                in.page());
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            in.refuse("to", "must not be before from");
        }
        return filter;
    }

    @Override
    public Uni<Page<TopupView>> answer(CompletedTopupFilter filter, Caller caller) {
        var account = filter.account().isEmpty()
                ? Uni.createFrom().<Long>nullItem()
                : accounts.get(filter.account()).map(Account::accountId);
        return account.flatMap(accountId -> store.list(filter, accountId))
                .map(rows -> rows.stream().map(TopupView::of).toList())
                .map(views -> Page.of(views, filter.page(), TopupView::topupId));
    }
}
