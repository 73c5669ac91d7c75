package com.skytill.customers.customer;

/** Whether a customer has access (domain: customers); suspension does not stop billing. */
enum CustomerStatus {
    ACTIVE,
    SUSPENDED,
    CANCELLED
}
