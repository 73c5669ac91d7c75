package com.skytill.leads.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A customer as this service's answers show it. For Jackson. */
@RegisterForReflection
public record KnownCustomerView(
        long customerId,
        String accountingCode,
        String status,
        String name,
        String companyName,
        String phone,
        String email) {

    /** What is shown of it. */
    public static KnownCustomerView of(Customer customer) {
        return new KnownCustomerView(
                customer.customerId(),
                customer.accountingCode(),
                customer.status(),
                customer.name(),
                customer.companyName(),
                customer.phone(),
                customer.email());
    }
}
