package com.skytill.customers.customer;

import com.skytill.customers.csv.CsvFault;
import com.skytill.customers.csv.CsvReader;
import com.skytill.customers.csv.CsvRow;
import com.skytill.platform.parameter.ParameterDescription;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.parameter.RawParameters;
import com.skytill.platform.problem.ProblemException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file of customers as far as it can be judged without the database: each row is read by the very lines that read the
 * parameters of add_customer.
 */
record ImportFile(List<ImportRow> rows, List<CsvFault> faults) {

    /** More customers than that are imported in parts. */
    static final int MOST_ROWS = 10_000;

    private static final List<ParameterDescription> COLUMNS = ParameterReader.describe(ImportFile::row);
    private static final Set<String> KNOWN =
            COLUMNS.stream().map(ParameterDescription::name).collect(Collectors.toCollection(LinkedHashSet::new));
    private static final Set<String> MANDATORY = COLUMNS.stream()
            .filter(ParameterDescription::mandatory)
            .map(ParameterDescription::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    ImportFile {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    static ImportFile read(String csv) {
        var table = CsvReader.read(csv, KNOWN, MANDATORY, MOST_ROWS);
        var faults = new ArrayList<>(table.faults());
        var rows = new ArrayList<ImportRow>();
        for (var row : table.rows()) {
            read(row, rows, faults);
        }
        refuseRepeatedCodes(rows, faults);
        return new ImportFile(rows, faults);
    }

    private static void read(CsvRow row, List<ImportRow> rows, List<CsvFault> faults) {
        var in = ParameterReader.reading(RawParameters.of(row.values()));
        var read = row(in);
        try {
            in.finish();
            rows.add(new ImportRow(row.line(), read.customer(), read.status(), read.statusReason()));
        } catch (ProblemException faulty) {
            faulty.problem()
                    .errors()
                    .forEach(fault -> faults.add(new CsvFault(row.line(), fault.parameter(), fault.message())));
        }
    }

    private static ImportRow row(ParameterReader in) {
        var customer = NewCustomer.read(in);
        var status = in.choice(CustomerCsv.STATUS, "Its status", CustomerStatus.class)
                .orElse(CustomerStatus.ACTIVE);
        String reason = CustomerParameters.reason(in, CustomerCsv.STATUS_REASON).optional();
        if (status == CustomerStatus.CANCELLED && !in.given(CustomerCsv.STATUS_REASON)) {
            in.refuse(CustomerCsv.STATUS_REASON, "is mandatory for a cancelled customer");
        }
        return new ImportRow(0, customer, status, reason);
    }

    private static void refuseRepeatedCodes(List<ImportRow> rows, List<CsvFault> faults) {
        var lines = new HashMap<String, Integer>();
        for (var row : rows) {
            String code = row.customer().accountingCode();
            if (code != null) {
                Integer first = lines.putIfAbsent(code.toLowerCase(Locale.ROOT), row.line());
                if (first != null) {
                    faults.add(new CsvFault(row.line(), "accounting_code", "is that of line " + first + " too"));
                }
            }
        }
    }
}
