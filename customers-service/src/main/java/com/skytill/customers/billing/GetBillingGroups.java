package com.skytill.customers.billing;

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

/** The billing groups. */
@Singleton
final class GetBillingGroups implements Query<PageRequest> {

    private final BillingGroupStore store;

    GetBillingGroups(BillingGroupStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.list(
                "get_billing_groups",
                Section.CUSTOMERS,
                Permission.CUSTOMERS_READ,
                "Lists the billing groups",
                "In the order in which they were added.",
                BillingGroupView.class);
    }

    @Override
    public PageRequest read(ParameterReader in) {
        return in.page();
    }

    @Override
    public Uni<Page<BillingGroupView>> answer(PageRequest page, Caller caller) {
        return store.list(page)
                .map(groups -> Page.of(
                        groups.stream().map(BillingGroupView::of).toList(), page, BillingGroupView::billingGroupId));
    }
}
