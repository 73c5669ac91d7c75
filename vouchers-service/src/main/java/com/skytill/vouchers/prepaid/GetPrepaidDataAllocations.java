package com.skytill.vouchers.prepaid;

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
import com.skytill.vouchers.product.ProductCatalogue;
import com.skytill.vouchers.product.ProductTerms;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;

/** The prepaid data that accounts were given. */
@Singleton
final class GetPrepaidDataAllocations implements Query<AllocationFilter> {

    /** No product has this ID. */
    private static final long NONE = 0;

    private final AccountLookupStore accounts;
    private final ProductCatalogue products;
    private final AllocationListStore store;
    private final Clock clock;

    GetPrepaidDataAllocations(
            AccountLookupStore accounts, ProductCatalogue products, AllocationListStore store, Clock clock) {
        this.accounts = accounts;
        this.products = products;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                        "get_prepaid_data_allocations",
                        Section.HOTSPOTS,
                        Permission.RADIUS_READ,
                        "Lists prepaid data",
                        "In the order in which they were allocated. Of an account's allocations, one is in use at a time.",
                        AllocationView.class)
                .failingBy(ProblemCode.NOT_FOUND);
    }

    @Override
    public AllocationFilter read(ParameterReader in) {
        var filter = new AllocationFilter(
                AccountReference.read(in),
                in.choice("status", "Only allocations with this status", AllocationStatus.class)
                        .optional(),
                in.text("product_id", "Only allocations of this product: its ID or its product_code")
                        .max(50)
                        .optional(),
                in.instant("from", "Only what was allocated then or later").optional(),
                in.instant("to", "Only what was allocated before").optional(),
                in.page());
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            in.refuse("to", "must not be before from");
        }
        return filter;
    }

    @Override
    public Uni<Page<AllocationView>> answer(AllocationFilter filter, Caller caller) {
        var now = clock.instant();
        return account(filter.account())
                .flatMap(accountId ->
                        product(filter.product()).flatMap(productId -> store.list(filter, accountId, productId, now)))
                .map(rows ->
                        rows.stream().map(row -> AllocationView.of(row, now)).toList())
                .map(views -> Page.of(views, filter.page(), AllocationView::allocationId));
    }

    private Uni<Long> account(AccountReference reference) {
        return reference.isEmpty()
                ? Uni.createFrom().nullItem()
                : accounts.get(reference).map(Account::accountId);
    }

    private Uni<Long> product(String reference) {
        return reference == null
                ? Uni.createFrom().nullItem()
                : products.known(reference)
                        .map(found -> found.map(ProductTerms::productId).orElse(NONE));
    }
}
