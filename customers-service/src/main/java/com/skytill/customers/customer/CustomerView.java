package com.skytill.customers.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;

/** A customer as answers show it. For Jackson. */
@RegisterForReflection
record CustomerView(
        long customerId,
        String accountingCode,
        CustomerKind kind,
        CustomerStatus status,
        String statusReason,
        Instant statusChangedAt,
        String name,
        String companyName,
        String vatNumber,
        String phone,
        String email,
        long billingGroupId,
        Long customerGroupId,
        PaymentType paymentType,
        String address,
        Double latitude,
        Double longitude,
        String notes,
        Long leadId,
        Instant createdAt) {

    static CustomerView of(Customer customer) {
        return new CustomerView(
                customer.customerId,
                customer.accountingCode,
                customer.kind,
                customer.status,
                customer.statusReason,
                customer.statusChangedAt,
                customer.name,
                customer.companyName,
                customer.vatNumber,
                customer.phone,
                customer.email,
                customer.billingGroupId,
                customer.customerGroupId,
                customer.paymentType,
                customer.address,
                customer.latitude,
                customer.longitude,
                customer.notes,
                customer.leadId,
                customer.createdAt);
    }
}
