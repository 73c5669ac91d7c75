package com.skytill.leads.customer;

import com.skytill.platform.problem.Problem;

/** What became of adding a customer, when that is known; a failure says that it isn't. */
public sealed interface Added {

    /** The customer exists, since now or since an earlier call with the same key. */
    record Made(Customer customer) implements Added {}

    /** It waits for review in customers-service. */
    record Waiting(long updateId) implements Added {}

    /**
     * This call added nothing.
     *
     * @param checked whether it was refused after the look for the key, so that no earlier call with it added anything either
     */
    record Refused(Problem problem, boolean checked) implements Added {}
}
