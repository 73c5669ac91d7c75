package com.skytill.customers.customer;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.Locale;

/** The steps between a customer's statuses (domain: customers); nothing leaves {@code CANCELLED}. */
enum StatusChange {
    SUSPEND("suspended"),
    RESUME("resumed"),
    CANCEL("cancelled");

    private final String done;

    StatusChange(String done) {
        this.done = done;
    }

    /** The status that it leads to; fails with {@code illegal_state}, which names the present one. */
    CustomerStatus of(CustomerStatus present) {
        if (!isAllowed(present)) {
            String status = present.name().toLowerCase(Locale.ROOT);
            throw new ProblemException(
                    ProblemCode.ILLEGAL_STATE, "The customer is " + status + ", so it can't be " + done);
        }
        return switch (this) {
            case SUSPEND -> CustomerStatus.SUSPENDED;
            case RESUME -> CustomerStatus.ACTIVE;
            case CANCEL -> CustomerStatus.CANCELLED;
        };
    }

    private boolean isAllowed(CustomerStatus present) {
        return switch (this) {
            case SUSPEND -> present == CustomerStatus.ACTIVE;
            case RESUME -> present == CustomerStatus.SUSPENDED;
            case CANCEL -> present != CustomerStatus.CANCELLED;
        };
    }
}
