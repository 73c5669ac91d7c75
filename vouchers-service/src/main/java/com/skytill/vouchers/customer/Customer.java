package com.skytill.vouchers.customer;

/**
 * A customer, as this service last heard of it from customers-service.
 *
 * @param accountingCode the code that staff know it by
 */
public record Customer(long customerId, String accountingCode, String name, CustomerStatus status) {}
