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
        return OperationDescription.list(
                "get_customers",
                Section.CUSTOMERS,
                Permission.CUSTOMERS_READ,
                "Lists the customers",
                "In the order in which they were added.",
                CustomerView.class);
    }

    @Override
    public CustomerFilter read(ParameterReader in) {
        return new CustomerFilter(
                in.text("search", "Only customers with this in name, company, accounting code, e-mail or phone")
                        .max(100)
                        .optional(),
                in.choice("status", "Only customers of this status", CustomerStatus.class)
                        .optional(),
                in.choice("kind", "Only persons or only companies", CustomerKind.class)
                        .optional(),
                in.id("billing_group_id", "Only customers of this billing group")
                        .optional(),
                in.id("customer_group_id", "Only customers of this customer group")
                        .optional(),
                in.page());
    }

    @Override
    public Uni<Page<CustomerView>> answer(CustomerFilter filter, Caller caller) {
        return store.list(filter)
                .map(customers -> Page.of(
                        customers.stream().map(CustomerView::of).toList(), filter.page(), CustomerView::customerId));
    }
}
