package com.skytill.customers.customer;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The customers. */
@Singleton
final class GetCustomers implements Query<CustomerFilter> {

    private final CustomerStore store;

    GetCustomers(CustomerStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                        "get_customers",
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_READ,
                        "Lists the customers",
                        "In the order in which they were added. With changed_since, answers what changed at that change number or later,"
                                + " and in changed_through the number to go on with: nothing is missed, some may come twice.",
                        CustomerPage.class)
                .failingBy();
    }

    @Override
    public CustomerFilter read(ParameterReader in) {
        return CustomerFilter.read(in)
                .changedSince(
                        in.wholeNumber("changed_since", "Only customers that changed at this change number or later")
                                .between(0L, Long.MAX_VALUE)
                                .optional())
                .on(in.page());
    }

    @Override
    public Uni<CustomerPage> answer(CustomerFilter filter, Caller caller) {
        // The bound is read before the rows: what commits in between is left for the next time.
        return store.changedThrough()
                .flatMap(through -> store.list(filter, through)
                        .map(rows -> Page.of(
                                rows.stream().map(CustomerView::of).toList(), filter.page(), CustomerView::customerId))
                        .map(page -> new CustomerPage(page.items(), page.next(), through)));
    }
}
