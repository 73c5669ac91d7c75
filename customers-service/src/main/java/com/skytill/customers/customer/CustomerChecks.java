package com.skytill.customers.customer;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.function.LongFunction;

/** What must hold of a customer in the database before it is added or changed; each check passes over null. */
@Singleton
final class CustomerChecks {

    private final CustomerStore store;

    CustomerChecks(CustomerStore store) {
        this.store = store;
    }

    /** Fails when another customer has the accounting code, in whatever case. */
    Uni<Void> codeIsFree(String code) {
        if (code == null) {
            return Uni.createFrom().voidItem();
        }
        return store.hasCode(code)
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another customer has this accounting_code already");
                    }
                })
                .replaceWithVoid();
    }

    /** Fails when a customer was made of the lead already; of two at once the database refuses the second. */
    Uni<Void> leadIsNone(Long leadId) {
        if (leadId == null) {
            return Uni.createFrom().voidItem();
        }
        return store.ofLead(leadId)
                .invoke(found -> found.ifPresent(customer -> {
                    throw new ProblemException(
                            ProblemCode.ALREADY_EXISTS,
                            "Customer " + customer.customerId + " was made of this lead_id already");
                }))
                .replaceWithVoid();
    }

    /** Fails when there is no such billing or customer group. */
    Uni<Void> groupsAreKnown(Long billingGroupId, Long customerGroupId) {
        return known("billing_group_id", billingGroupId, store::hasBillingGroup)
                .chain(() -> known("customer_group_id", customerGroupId, store::hasCustomerGroup));
    }

    private static Uni<Void> known(String parameter, Long id, LongFunction<Uni<Boolean>> exists) {
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        return exists.apply(id)
                .invoke(found -> {
                    if (!found) {
                        throw ProblemException.parameter(parameter, "there is none with this ID");
                    }
                })
                .replaceWithVoid();
    }
}
