package com.skytill.customers.csv;

import java.util.List;

/** What was read of a file: its rows, and what is wrong with the others. */
public record CsvTable(List<CsvRow> rows, List<CsvFault> faults) {

    public CsvTable {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }
}
