package com.skytill.customers.customer;

import com.skytill.platform.list.PageRequest;
import com.skytill.platform.parameter.ParameterReader;

/** Which customers are asked for; null means any. */
record CustomerFilter(
        CustomerSearch search,
        String phone,
        String email,
        Long leadId,
        CustomerStatus status,
        CustomerKind kind,
        Long billingGroupId,
        Long customerGroupId,
        Long changedSince,
        PageRequest page) {

    /** What people filter by. */
    static CustomerFilter read(ParameterReader in) {
        String search = in.text(
                        "search",
                        "Only customers with this in name, company, accounting code, e-mail address or phone number; one or two"
                                + " characters are looked for at the beginnings of words")
                .max(100)
                .example("piet")
                .optional();
        return new CustomerFilter(
                search == null ? null : new CustomerSearch(search),
                in.phone(
                                "phone",
                                "Only customers with this phone number, however it is written: its last nine digits count")
                        .optional(),
                in.email("email", "Only customers with this e-mail address, in whatever case")
                        .optional(),
                in.id("lead_id", "Only the customer that this sales lead has become")
                        .optional(),
                in.choice("status", "Only customers of this status", CustomerStatus.class)
                        .optional(),
                in.choice("kind", "Only persons or only companies", CustomerKind.class)
                        .optional(),
                in.id("billing_group_id", "Only customers of this billing group")
                        .optional(),
                in.id("customer_group_id", "Only customers of this customer group")
                        .optional(),
                null,
                null);
    }

    CustomerFilter changedSince(Long changeNumber) {
        return new CustomerFilter(
                search, phone, email, leadId, status, kind, billingGroupId, customerGroupId, changeNumber, page);
    }

    CustomerFilter on(PageRequest asked) {
        return new CustomerFilter(
                search, phone, email, leadId, status, kind, billingGroupId, customerGroupId, changedSince, asked);
    }
}
