package com.skytill.customers.csv;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CsvReaderTest {

    private static final Set<String> KNOWN = Set.of("name", "notes", "phone");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,notes\na,b\nc,d\n",
                "\uFEFFname,notes\r\na,b\r\nc,d",
                "name;notes\na;b\nc;d",
                "name\tnotes\ra\tb\rc\td\r",
                "Name, NOTES \n\"a\",\"b\"\n\"c\",d\n",
                "name,notes\na,b\nc,d\n\n,\n  ,\n"
            })
    void readsWhateverSpreadsheetsWrite(String file) {
        var table = read(file);
        assertEquals(List.of(), table.faults());
        assertEquals(
                List.of(
                        new CsvRow(2, Map.of("name", "a", "notes", "b")),
                        new CsvRow(3, Map.of("name", "c", "notes", "d"))),
                table.rows());
    }

    @Test
    void quotedValuesHaveDelimitersQuotesAndLineBreaks() {
        var table = read("name,notes\n\"a, \"\"b\"\"; c\",\"one\r\ntwo\n\nfour\"\nd,e\n");
        assertEquals(List.of(), table.faults());
        assertEquals(
                List.of(
                        new CsvRow(2, Map.of("name", "a, \"b\"; c", "notes", "one\r\ntwo\n\nfour")),
                        new CsvRow(6, Map.of("name", "d", "notes", "e"))),
                table.rows());
    }

    @Test
    void blankLinesCountWhereverTheyAre() {
        var table = read("\n\nname,notes\n\na,b\n\r\n\nc\n");
        assertEquals(List.of(new CsvRow(5, Map.of("name", "a", "notes", "b"))), table.rows());
        assertEquals(List.of("line 8: has 1 values where there are 2 columns"), faults(table));
    }

    @Test
    void headersFaultsAreToldAllAtOnce() {
        assertEquals(
                List.of(
                        "line 1, ntoes: is unknown; did you mean notes?",
                        "line 1: a column has no name",
                        "line 1, phone: is there more than once",
                        "line 1, name: is mandatory, and not among the columns"),
                faults(read("ntoes,,phone,phone\na,b,c,d")));
        assertEquals(List.of("line 1, name: is mandatory, and not among the columns"), faults(read("notes")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n"})
    void emptyFileHasNoColumns(String file) {
        assertEquals(List.of("line 1: must name the columns"), faults(read(file)));
    }

    @Test
    void headerAloneIsNoFile() {
        assertEquals(List.of("line 1: is followed by no row"), faults(read("name,notes\n")));
    }

    @Test
    void badQuotesAreToldWithTheirLine() {
        String message = ": has a quote that is never closed, or text between a closing quote and the next value";
        assertEquals(List.of("line 3" + message), faults(read("name,notes\na,b\n\"c\"x,d\n")));
        var open = read("name,notes\na,b\nc,\"d\ne,f\n");
        assertEquals(List.of("line 3" + message), faults(open));
        assertEquals(1, open.rows().size());
    }

    @Test
    void tooManyRowsAreRefusedWhereTheyBegin() {
        var table = CsvReader.read("name\na\nb\nc\nd\n", KNOWN, Set.of("name"), 2);
        assertEquals(List.of("line 4: is more than 2 rows; import the file in parts"), faults(table));
    }

    private static CsvTable read(String file) {
        return CsvReader.read(file, KNOWN, Set.of("name"), 100);
    }

    private static List<String> faults(CsvTable table) {
        return table.faults().stream().map(CsvFault::text).toList();
    }
}
