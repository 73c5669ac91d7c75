package com.skytill.customers.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.List;

/**
 * A page of customers for people and for replicas. For Jackson.
 *
 * @param changedThrough all changes with numbers below it are in the answer (or were in its earlier pages); what to ask for as
 *     {@code changed_since} next, with the number of the first page when there were several
 */
@RegisterForReflection
record CustomerPage(List<CustomerView> items, String next, long changedThrough) {

    CustomerPage {
        items = List.copyOf(items);
    }
}
