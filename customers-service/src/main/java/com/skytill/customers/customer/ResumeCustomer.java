package com.skytill.customers.customer;

import com.skytill.platform.operation.OperationDescription;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Gives a suspended customer access again. */
@Singleton
final class ResumeCustomer extends ChangeStatus {

    ResumeCustomer(CustomerStore store, Clock clock) {
        super(StatusChange.RESUME, store, clock);
    }

    @Override
    public OperationDescription description() {
        return describe(
                "resume_customer",
                "Resumes a customer",
                "Gives access again within a minute. Only a suspended customer can be resumed; nobody comes back from cancelled.");
    }
}
