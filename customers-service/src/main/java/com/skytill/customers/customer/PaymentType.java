package com.skytill.customers.customer;

/** How a customer pays (domain: customers). */
enum PaymentType {
    DIRECT_DEBIT,
    EFT,
    CREDIT_CARD,
    CASH
}
