package com.skytill.customers.customer;

import com.skytill.platform.operation.OperationDescription;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Suspends a customer: it loses access, but goes on being billed. */
@Singleton
final class SuspendCustomer extends ChangeStatus {

    SuspendCustomer(CustomerStore store, Clock clock) {
        super(StatusChange.SUSPEND, store, clock);
    }

    @Override
    public OperationDescription description() {
        return describe(
                "suspend_customer",
                "Suspends a customer",
                "Stops its access within a minute; its billing goes on. Only an active customer can be suspended.");
    }
}
