package com.skytill.leads.customer;

import io.vertx.core.json.JsonObject;

/**
 * A customer as customers-service answers it, as far as this service reads it.
 *
 * @param notes null when there are none
 */
public record Customer(
        long customerId,
        String accountingCode,
        String status,
        String name,
        String companyName,
        String phone,
        String email,
        String notes) {

    private static final int KEY_DIGITS = 9;

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
                json.getString("notes"));
    }

    /** Whether that is its phone number, however it is written; null is not. */
    boolean hasPhone(String number) {
        return number != null && phoneKey(number).equals(phoneKey(phone));
    }

    /** Whether that is its e-mail address, in whatever case; null is not. */
    boolean hasEmail(String address) {
        return address != null && address.equalsIgnoreCase(email);
    }

    /** What phone numbers are compared by: see phone_key in the migrations. */
    private static String phoneKey(String number) {
        String digits = number == null ? "" : number.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - KEY_DIGITS));
    }
}
