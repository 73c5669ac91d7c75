package com.skytill.customers.customer;

/** What a customer is (domain: customers). */
enum CustomerKind {
    INDIVIDUAL,
    COMPANY
}
