package com.skytill.vouchers.account;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.vouchers.customer.Customer;
import com.skytill.vouchers.customer.CustomerDirectory;
import com.skytill.vouchers.product.ProductCatalogue;
import com.skytill.vouchers.product.ProductTerms;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/** The data accounts. */
@Singleton
final class GetDataAccounts implements Query<AccountFilter> {

    /** No entity has this ID. */
    private static final long NOBODY = 0;

    private final AccountStore store;
    private final CustomerDirectory customers;
    private final ProductCatalogue products;

    GetDataAccounts(AccountStore store, CustomerDirectory customers, ProductCatalogue products) {
        this.store = store;
        this.customers = customers;
        this.products = products;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_data_accounts",
                Section.DATA_ACCOUNTS,
                Permission.RADIUS_READ,
                "Lists data accounts",
                "In the order in which they were added, cancelled ones too.",
                AccountView.class);
    }

    @Override
    public AccountFilter read(ParameterReader in) {
        return AccountFilter.read(in);
    }

    @Override
    public Uni<Page<AccountView>> answer(AccountFilter filter, Caller caller) {
        return customer(filter.customer())
                .flatMap(customerId -> product(filter.product())
                        .flatMap(productId -> store.list(filter, customerId.orElse(null), productId.orElse(null))))
                .map(rows -> page(rows, filter));
    }

    private Uni<Optional<Long>> customer(String reference) {
        return reference == null
                ? Uni.createFrom().item(Optional.empty())
                : customers
                        .known(reference)
                        .map(found ->
                                Optional.of(found.map(Customer::customerId).orElse(NOBODY)));
    }

    private Uni<Optional<Long>> product(String reference) {
        return reference == null
                ? Uni.createFrom().item(Optional.empty())
                : products.known(reference)
                        .map(found ->
                                Optional.of(found.map(ProductTerms::productId).orElse(NOBODY)));
    }

    private static Page<AccountView> page(List<AccountRow> rows, AccountFilter filter) {
        return Page.of(rows.stream().map(AccountView::of).toList(), filter.page(), AccountView::accountId);
    }
}
