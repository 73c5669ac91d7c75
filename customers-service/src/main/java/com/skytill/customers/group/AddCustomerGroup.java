package com.skytill.customers.group;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Adds a customer group: customers who have something in common. */
@Singleton
final class AddCustomerGroup implements Update<AddCustomerGroup.Parameters, Void> {

    record Parameters(String name) {}

    private final CustomerGroupStore store;

    AddCustomerGroup(CustomerGroupStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_customer_group",
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_WRITE,
                        "Adds a customer group",
                        "Its customers have something in common: staff, an estate, resellers, owners of high sites.",
                        "customer_group",
                        CustomerGroupView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(in.text("name", "What staff call it, unique in whatever case")
                .max(100)
                .example("Mountain View Estate")
                .mandatory());
    }

    @Override
    public Uni<Void> check(Parameters parameters, Caller submitter) {
        return store.hasName(parameters.name())
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another customer group has this name already");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Void checked, Caller submitter) {
        var group = new CustomerGroup();
        group.name = parameters.name();
        return store.add(group)
                .map(added -> Outcome.added("customer_group", added.customerGroupId, CustomerGroupView.of(added)));
    }
}
