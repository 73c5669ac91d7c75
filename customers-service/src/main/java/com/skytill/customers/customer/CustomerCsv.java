package com.skytill.customers.customer;

import com.skytill.customers.csv.CsvWriter;
import com.skytill.platform.csv.FormulaGuard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How customers are written into a file that can be imported again. */
final class CustomerCsv {

    /** What the import takes beside the parameters of add_customer. */
    static final String STATUS = "status";

    /** Why it has that status. */
    static final String STATUS_REASON = "status_reason";

    private static final Map<String, Function<Customer, Object>> COLUMNS = columns();

    private CustomerCsv() {}

    /** The file of these customers. */
    static String write(List<Customer> customers) {
        var rows = customers.stream().map(CustomerCsv::row).toList();
        return CsvWriter.write(List.copyOf(COLUMNS.keySet()), rows);
    }

    private static List<Object> row(Customer customer) {
        var row = new ArrayList<Object>();
        COLUMNS.values().forEach(column -> row.add(written(column.apply(customer))));
        return row;
    }

    /** Numbers are no formulas; a spreadsheet may well take them for numbers. */
    private static Object written(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> FormulaGuard.guard(text);
            case Double number -> BigDecimal.valueOf(number).toPlainString();
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
            default -> value;
        };
    }

    private static Map<String, Function<Customer, Object>> columns() {
        var columns = new LinkedHashMap<String, Function<Customer, Object>>();
        columns.put("kind", customer -> customer.kind);
        columns.put("name", customer -> customer.name);
        columns.put("company_name", customer -> customer.companyName);
        columns.put("vat_number", customer -> customer.vatNumber);
        columns.put("phone", customer -> customer.phone);
        columns.put("email", customer -> customer.email);
        columns.put("accounting_code", customer -> customer.accountingCode);
        columns.put("billing_group_id", customer -> customer.billingGroupId);
        columns.put("customer_group_id", customer -> customer.customerGroupId);
        columns.put("payment_type", customer -> customer.paymentType);
        columns.put("address", customer -> customer.address);
        columns.put("latitude", customer -> customer.latitude);
        columns.put("longitude", customer -> customer.longitude);
        columns.put("notes", customer -> customer.notes);
        columns.put(STATUS, customer -> customer.status);
        columns.put(STATUS_REASON, customer -> customer.statusReason);
        return columns;
    }
}
