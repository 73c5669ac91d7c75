package com.skytill.customers.csv;

import com.skytill.platform.problem.NearestName;
import org.apache.commons.csv.CSVRecord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The first row of a file: the names of its columns, in whatever case and order. */
record CsvHeader(int line, List<String> names) {

    private static final int MOST_SHOWN = 40;

    static CsvHeader of(CSVRecord row, int line) {
        return new CsvHeader(
                line,
                row.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList());
    }

    /** What is wrong with it: columns that nobody knows, that come twice, that are missing. */
    List<CsvFault> faults(Set<String> known, Set<String> mandatory) {
        var faults = new ArrayList<CsvFault>();
        var seen = new HashSet<String>();
        for (var name : names) {
            if (name.isEmpty()) {
                faults.add(new CsvFault(line, null, "a column has no name"));
            } else if (!known.contains(name)) {
                String nearest = NearestName.of(name, known)
                        .map(hint -> "is unknown; did you mean " + hint + "?")
                        .orElse("is unknown");
                faults.add(new CsvFault(line, shown(name), nearest));
            } else if (!seen.add(name)) {
                faults.add(new CsvFault(line, name, "is there more than once"));
            }
        }
        var missing = new LinkedHashSet<>(mandatory);
        names.forEach(missing::remove);
        missing.forEach(name -> faults.add(new CsvFault(line, name, "is mandatory, and not among the columns")));
        return faults;
    }

    /** Names are echoed, so one that is too long or not printable is shortened first. */
    private static String shown(String name) {
        String printable = name.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() <= MOST_SHOWN ? printable : printable.substring(0, MOST_SHOWN) + "…";
    }
}
