package com.skytill.vouchers.customer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.skytill.vouchers.replica.Pages;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.List;

/** A page of customers-service's answer, as far as this service reads it. For Jackson. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record CustomerChanges(
        @JsonProperty("items") List<Item> items,
        @JsonProperty("next") String next,
        @JsonProperty("changed_through") long changedThrough) {

    /** The same for whoever walks through the pages. */
    Pages.Page<Item> page() {
        return new Pages.Page<>(items, next, changedThrough);
    }

    /** One customer. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            @JsonProperty("customer_id") long customerId,
            @JsonProperty("accounting_code") String accountingCode,
            @JsonProperty("name") String name,
            @JsonProperty("status") String status) {}
}
