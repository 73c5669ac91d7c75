package com.skytill.local.demonstration;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Imports the demonstration's customers in files of some hundred; those that are there by their codes are left out. */
final class CustomerLoader {

    private static final List<Map<String, Object>> BILLING_GROUPS = List.of(
            Map.of("name", "First of the month", "billing_day", 1),
            Map.of("name", "Seventh", "billing_day", 7),
            Map.of("name", "Mid-month", "billing_day", 15),
            Map.of("name", "After payday", "billing_day", 26));
    private static final List<String> CUSTOMER_GROUPS = List.of("Mountain View Estate", "High sites", "Resellers");
    private static final int FILE = 400;

    private final Calls calls;

    CustomerLoader(Calls calls) {
        this.calls = calls;
    }

    /** Their IDs, in the order in which they are made. */
    List<Long> load(List<Customer> customers) throws IOException, InterruptedException, DemonstrationFailure {
        var billing = new NamedThings(calls, "billing_group", "get_billing_groups", "billing_group_id");
        billing.add(BILLING_GROUPS);
        var groups = new NamedThings(calls, "customer_group", "get_customer_groups", "customer_group_id");
        groups.addNames(CUSTOMER_GROUPS);
        var file = new CustomerFile(
                billing.ids(BILLING_GROUPS.stream()
                        .map(group -> group.get("name").toString())
                        .toList()),
                groups.ids(CUSTOMER_GROUPS));
        var known = calls.known("get_customers", "accounting_code", "customer_id");
        var missing = customers.stream()
                .filter(customer -> !known.containsKey(customer.code()))
                .toList();
        for (int from = 0; from < missing.size(); from += FILE) {
            var part = missing.subList(from, Math.min(from + FILE, missing.size()));
            String key = part.getFirst().code() + " to " + part.getLast().code();
            var answer = calls.update("import_customers", Map.of("csv", file.of(part)), key);
            answer.path("customers")
                    .forEach(added -> known.put(
                            added.path("accounting_code").asText(),
                            added.path("customer_id").asLong()));
        }
        return customers.stream().map(customer -> known.get(customer.code())).toList();
    }
}
