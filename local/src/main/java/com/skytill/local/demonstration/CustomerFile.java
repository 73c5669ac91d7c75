package com.skytill.local.demonstration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes customers as the CSV that {@code import_customers} takes. */
final class CustomerFile {

    private static final String HEADER =
            "kind,name,company_name,vat_number,phone,email,accounting_code,billing_group_id,"
                    + "customer_group_id,payment_type,address,latitude,longitude,status,status_reason\r\n";

    private final List<Long> billingGroups;
    private final List<Long> customerGroups;

    /** The groups' IDs, in the order in which customers count them. */
    CustomerFile(List<Long> billingGroups, List<Long> customerGroups) {
        this.billingGroups = List.copyOf(billingGroups);
        this.customerGroups = List.copyOf(customerGroups);
    }

    String of(List<Customer> customers) {
        return customers.stream().map(this::line).collect(Collectors.joining("", HEADER, ""));
    }

    private String line(Customer customer) {
        return Stream.of(
                        customer.kind(),
                        customer.name(),
                        customer.companyName(),
                        customer.vatNumber(),
                        customer.phone(),
                        customer.email(),
                        customer.code(),
                        billingGroups.get(customer.billingGroup()),
                        customer.customerGroup() < 0 ? "" : customerGroups.get(customer.customerGroup()),
                        customer.paymentType(),
                        customer.address(),
                        customer.latitude(),
                        customer.longitude(),
                        customer.status(),
                        customer.statusReason())
                .map(value -> '"' + value.toString().replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
