package com.skytill.platform.csv;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking a text for a formula (CWE-1236): what it would take for one, and what looks guarded, gets an
 * apostrophe in front, which reading takes away again. So every text comes back as it was.
 */
public final class FormulaGuard {

    private static final String STARTS = "[=+\\-@\\t\\r＝＋－＠]";
    private static final Pattern TO_GUARD = Pattern.compile("'*" + STARTS + ".*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+" + STARTS + ".*", Pattern.DOTALL);

    private FormulaGuard() {}

    /** The text as it is written into a cell. */
    public static String guard(String text) {
        return TO_GUARD.matcher(text).matches() ? "'" + text : text;
    }

    /** The text of a cell. */
    public static String lift(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
