package com.skytill.vouchers.customer;

/** Whether a customer has access, as customers-service says it. */
public enum CustomerStatus {
    ACTIVE,
    SUSPENDED,
    CANCELLED
}
