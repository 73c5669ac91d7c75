package com.skytill.customers.csv;

import com.skytill.platform.csv.FormulaGuard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file as RFC 4180 and spreadsheets write it: with or without a byte order mark, between commas, semicolons or tabs,
 * whatever its line breaks are. Every fault that it finds has its line.
 */
public final class CsvReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char[] DELIMITERS = {',', ';', '\t'};

    private final Set<String> known;
    private final Set<String> mandatory;
    private final int mostRows;
    private final List<CsvRow> rows = new ArrayList<>();
    private final List<CsvFault> faults = new ArrayList<>();
    private CsvHeader header;

    private CsvReader(Set<String> known, Set<String> mandatory, int mostRows) {
        this.known = known;
        this.mandatory = mandatory;
        this.mostRows = mostRows;
    }

    /** Reads a file with these columns; with a fault in its first line, nothing but that. */
    public static CsvTable read(String file, Set<String> known, Set<String> mandatory, int mostRows) {
        var reader = new CsvReader(known, mandatory, mostRows);
        reader.readAll(file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file);
        return new CsvTable(reader.rows, reader.faults);
    }

    private void readAll(String text) {
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).get();
        try (var parser = CSVParser.parse(text, format)) {
            readRecords(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (header == null && faults.isEmpty()) {
            faults.add(new CsvFault(1, null, "must name the columns"));
        } else if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(new CsvFault(header.line(), null, "is followed by no row"));
        }
    }

    private void readRecords(CSVParser parser) {
        Iterator<CSVRecord> records = parser.iterator();
        while (true) {
            int line = (int) parser.getCurrentLineNumber() + 1;
            try {
                if (!records.hasNext()) {
                    return;
                }
            } catch (UncheckedIOException malformed) {
                faults.add(new CsvFault(
                        line,
                        null,
                        "has a quote that is never closed, or text between a closing quote and the next value"));
                return;
            }
            if (!take(records.next(), line)) {
                return;
            }
        }
    }

    /** Whether to go on. */
    private boolean take(CSVRecord row, int line) {
        if (isBlank(row)) {
            return true;
        }
        if (header == null) {
            header = CsvHeader.of(row, line);
            faults.addAll(header.faults(known, mandatory));
            return faults.isEmpty();
        }
        if (rows.size() == mostRows) {
            faults.add(new CsvFault(line, null, "is more than " + mostRows + " rows; import the file in parts"));
            return false;
        }
        if (row.size() == header.names().size()) {
            rows.add(new CsvRow(line, values(row)));
        } else {
            faults.add(new CsvFault(
                    line,
                    null,
                    "has " + row.size() + " values where there are "
                            + header.names().size() + " columns"));
        }
        return true;
    }

    private Map<String, String> values(CSVRecord row) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < row.size(); i++) {
            String value = FormulaGuard.lift(row.get(i));
            if (!value.isBlank()) {
                values.put(header.names().get(i), value);
            }
        }
        return values;
    }

    /** Spreadsheets write lines of nothing but delimiters. */
    private static boolean isBlank(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    /** The delimiter that the first line has most of; column names have none. */
    private static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char most = DELIMITERS[0];
        for (char candidate : DELIMITERS) {
            if (count(first, candidate) > count(first, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
