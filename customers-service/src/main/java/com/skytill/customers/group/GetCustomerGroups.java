package com.skytill.customers.group;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.list.Page;
import com.skytill.platform.list.PageRequest;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** The customer groups. */
@Singleton
final class GetCustomerGroups implements Query<PageRequest> {

    private final CustomerGroupStore store;

    GetCustomerGroups(CustomerGroupStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_customer_groups",
                Section.CUSTOMERS,
                Permission.CUSTOMERS_READ,
                "Lists the customer groups",
                "In the order in which they were added.",
                CustomerGroupView.class);
    }

    @Override
    public PageRequest read(ParameterReader in) {
        return in.page();
    }

    @Override
    public Uni<Page<CustomerGroupView>> answer(PageRequest page, Caller caller) {
        return store.list(page)
                .map(groups -> Page.of(
                        groups.stream().map(CustomerGroupView::of).toList(), page, CustomerGroupView::customerGroupId));
    }
}
