package com.skytill.customers.customer;

import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.parameter.ParameterReader;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Ends the business with a customer, for good. */
@Singleton
final class CancelCustomer extends ChangeStatus {

    CancelCustomer(CustomerStore store, Clock clock) {
        super(StatusChange.CANCEL, store, clock);
    }

    @Override
    public OperationDescription description() {
        return describe(
                "cancel_customer",
                "Cancels a customer",
                "Stops its access within a minute, for good: a cancelled customer is kept, but can not be resumed.");
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                CustomerParameters.reference(in),
                CustomerParameters.reason(in, "reason").mandatory());
    }
}
