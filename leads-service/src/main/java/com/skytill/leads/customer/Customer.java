package com.skytill.leads.customer;

import io.vertx.core.json.JsonObject;

/**
 * A customer as customers-service answers it, as far as this service reads it.
 *
 * @param leadId the lead that it was made of; null when it was none
 */
public record Customer(
        long customerId,
        String accountingCode,
        String status,
        String name,
        String companyName,
        String phone,
        String email,
        Long leadId) {

    /** Fails with whatever the JSON makes it fail with when it is no customer. */
    static Customer of(JsonObject json) {
        return new Customer(
                json.getLong("customer_id"),
                json.getString("accounting_code"),
                json.getString("status"),
                json.getString("name"),
                json.getString("company_name"),
                json.getString("phone"),
                json.getString("email"),
                json.getLong("lead_id"));
    }
}
