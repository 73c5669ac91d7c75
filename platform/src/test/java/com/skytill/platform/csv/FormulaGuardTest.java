package com.skytill.platform.csv;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"https://example.org\")",
                "+27 21 555 0100",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "＝1",
                "'=1",
                "''=1",
                "=",
                "=a\nb"
            })
    void formulasAreGuardedAndComeBack(String text) {
        String cell = FormulaGuard.guard(text);
        assertEquals("'" + text, cell);
        assertEquals(text, FormulaGuard.lift(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Piet", "'s Gravenhage", "''", "O'Brien", "021 555 0100", "a=b", "1-2", ""})
    void otherTextsStayAsTheyAre(String text) {
        assertEquals(text, FormulaGuard.guard(text));
        assertEquals(text, FormulaGuard.lift(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'+27 21 555 0100", "'=1"})
    void whatASpreadsheetMarkedAsTextIsTakenAsText(String cell) {
        assertNotEquals(cell, FormulaGuard.lift(cell));
    }
}
