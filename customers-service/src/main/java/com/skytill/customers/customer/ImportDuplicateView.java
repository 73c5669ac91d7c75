package com.skytill.customers.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;

import java.util.List;

/**
 * A line of an imported file that has somebody's phone number or e-mail address. For Jackson.
 *
 * @param customerIds customers who have it already, ten of each at the most
 * @param lines the first lines of the file that have it
 */
@RegisterForReflection
record ImportDuplicateView(int line, List<Long> customerIds, List<Integer> lines) {

    ImportDuplicateView {
        customerIds = List.copyOf(customerIds);
        lines = List.copyOf(lines);
    }
}
