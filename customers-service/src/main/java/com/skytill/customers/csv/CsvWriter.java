package com.skytill.customers.csv;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a file as RFC 4180 has it, for spreadsheets and for {@link CsvReader}. */
public final class CsvWriter {

    private CsvWriter() {}

    /** The columns' names, then the rows, whose absent values are null. */
    public static String write(List<String> columns, List<List<Object>> rows) {
        var text = new StringBuilder();
        try (var out = new CSVPrinter(text, CSVFormat.RFC4180)) {
            out.printRecord(columns);
            for (var row : rows) {
                out.printRecord(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
