package com.skytill.customers.csv;

import java.util.Map;

/**
 * One row of a file.
 *
 * @param line where in the file it begins, counted from 1
 * @param values column to value, without the empty ones
 */
public record CsvRow(int line, Map<String, String> values) {

    public CsvRow {
        values = Map.copyOf(values);
    }
}
