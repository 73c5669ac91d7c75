package com.skytill.customers.billing;

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

/** Adds a billing group: customers who are billed on the same day. */
@Singleton
final class AddBillingGroup implements Update<AddBillingGroup.Parameters, Void> {

    record Parameters(String name, Integer billingDay) {}

    private final BillingGroupStore store;

    AddBillingGroup(BillingGroupStore store) {
        this.store = store;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_billing_group",
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_WRITE,
                        "Adds a billing group",
                        "Its customers are billed on the same day of every month; days after the 28th are not in every month.",
                        "billing_group",
                        BillingGroupView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                in.text("name", "What staff call it, unique in whatever case")
                        .max(100)
                        .example("Debit orders of the 1st")
                        .mandatory(),
                in.number("billing_day", "The day of the month").between(1, 28).mandatory());
    }

    @Override
    public Uni<Void> check(Parameters parameters, Caller submitter) {
        return store.hasName(parameters.name())
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another billing group has this name already");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Void checked, Caller submitter) {
        var group = new BillingGroup();
        group.name = parameters.name();
        group.billingDay = parameters.billingDay();
        return store.add(group)
                .map(added -> Outcome.added("billing_group", added.billingGroupId, BillingGroupView.of(added)));
    }
}
