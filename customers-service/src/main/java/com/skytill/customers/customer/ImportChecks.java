package com.skytill.customers.customer;

import com.skytill.customers.csv.CsvFault;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What only the database can say against a file of customers, asked once for all rows. */
@Singleton
final class ImportChecks {

    private final ImportStore store;

    ImportChecks(ImportStore store) {
        this.store = store;
    }

    /** All faults, those found without the database too. */
    Uni<List<CsvFault>> faults(ImportFile file) {
        var billing = values(file, NewCustomer::billingGroupId);
        var groups = values(file, NewCustomer::customerGroupId);
        var codes = values(file, ImportChecks::lowerCode);
        var faults = new ArrayList<>(file.faults());
        return store.billingGroups(billing)
                .invoke(known -> faults.addAll(unknown(file, "billing_group_id", NewCustomer::billingGroupId, known)))
                .chain(() -> store.customerGroups(groups))
                .invoke(known -> faults.addAll(unknown(file, "customer_group_id", NewCustomer::customerGroupId, known)))
                .chain(() -> store.codes(codes))
                .invoke(taken -> faults.addAll(taken(file, taken)))
                .replaceWith(() -> faults);
    }

    private static List<CsvFault> unknown(
            ImportFile file, String column, Function<NewCustomer, Long> id, Set<Long> known) {
        return file.rows().stream()
                .filter(row -> id.apply(row.customer()) != null && !known.contains(id.apply(row.customer())))
                .map(row -> new CsvFault(row.line(), column, "there is none with this ID"))
                .toList();
    }

    private static List<CsvFault> taken(ImportFile file, Set<String> taken) {
        return file.rows().stream()
                .filter(row -> row.customer().accountingCode() != null)
                .filter(row -> taken.contains(lowerCode(row.customer())))
                .map(row -> new CsvFault(row.line(), "accounting_code", "another customer has it already"))
                .toList();
    }

    private static String lowerCode(NewCustomer customer) {
        return customer.accountingCode() == null
                ? null
                : customer.accountingCode().toLowerCase(Locale.ROOT);
    }

    private static <T> Set<T> values(ImportFile file, Function<NewCustomer, T> value) {
        return file.rows().stream()
                .map(row -> value.apply(row.customer()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
