package com.skytill.customers.customer;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** One customer. */
@Singleton
final class GetCustomer implements Query<String> {

    private final CustomerStore store;

    GetCustomer(CustomerStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                "get_customer",
                Section.CUSTOMERS,
                Permission.CUSTOMERS_READ,
                "Shows a customer",
                "An accounting code is found in whatever case.",
                CustomerView.class);
    }

    @Override
    public String read(ParameterReader in) {
        return CustomerParameters.reference(in);
    }

    @Override
    public Uni<CustomerView> answer(String reference, Caller caller) {
        return store.find(reference)
                .map(found -> found.map(CustomerView::of).orElseThrow(() -> ProblemException.notFound("customer")));
    }
}
