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

import java.time.Clock;

/** What suspending, resuming and cancelling share: the customer's row is locked, its status allows the step, the reason is kept. */
abstract sealed class ChangeStatus implements Update<ChangeStatus.Parameters, Customer>
        permits SuspendCustomer, ResumeCustomer, CancelCustomer {

    record Parameters(String customer, String reason) {}

    private final StatusChange change;
    private final CustomerStore store;
    private final Clock clock;

    ChangeStatus(StatusChange change, CustomerStore store, Clock clock) {
        this.change = change;
        this.store = store;
        this.clock = clock;
    }

    static OperationDescription describe(String name, String title, String text) {
        return OperationDescription.update(
                        name,
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_WRITE,
                        title,
                        text,
                        "customer",
                        CustomerView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                CustomerParameters.reference(in),
                CustomerParameters.reason(in, "reason").optional());
    }

    @Override
    public Uni<Customer> check(Parameters parameters, Caller submitter) {
        return store.lock(parameters.customer()).invoke(customer -> change.of(customer.status));
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Customer customer, Caller submitter) {
        customer.status = change.of(customer.status);
        customer.statusReason = parameters.reason();
        customer.statusChangedAt = clock.instant();
        return Uni.createFrom().item(Outcome.changed("customer", customer.customerId, CustomerView.of(customer)));
    }
}
