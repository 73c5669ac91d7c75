package com.skytill.customers.customer;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Changes what is known of a customer, but not its status. */
@Singleton
final class UpdateCustomer implements Update<CustomerChanges, Customer> {

    private final CustomerStore store;
    private final CustomerChecks checks;
    private final AccountingCodeStore codes;

    UpdateCustomer(CustomerStore store, CustomerChecks checks, AccountingCodeStore codes) {
        this.store = store;
        this.checks = checks;
        this.codes = codes;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "update_customer",
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_WRITE,
                        "Changes a customer",
                        "What is not given stays as it is; clear empties. The accounting code stays, whatever the name becomes, unless"
                                + " another one is given. Suspending, resuming and cancelling are operations of their own.",
                        "customer",
                        CustomerView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public CustomerChanges read(ParameterReader in) {
        return CustomerChanges.read(in);
    }

    @Override
    public Uni<Customer> check(CustomerChanges changes, Caller submitter) {
        return store.lock(changes.customer())
                .invoke(changes::check)
                .call(customer -> checks.codeIsFree(changes.newCode(customer)))
                .call(() -> checks.groupsAreKnown(changes.billingGroupId(), changes.customerGroupId()));
    }

    @Override
    public Uni<Outcome> apply(CustomerChanges changes, Customer customer, Caller submitter) {
        String code = changes.newCode(customer);
        var reserved =
                code == null ? Uni.createFrom().voidItem() : codes.reserve(code).replaceWithVoid();
        return reserved.invoke(() -> changes.apply(customer))
                .chain(store::flush)
                .map(ignored -> Outcome.changed("customer", customer.customerId, CustomerView.of(customer)));
    }
}
