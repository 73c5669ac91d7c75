package com.skytill.customers.csv;

/**
 * What is wrong in a line of a file.
 *
 * @param line counted from 1
 * @param column its name; null when the fault is the whole line's
 * @param message what would be right
 */
public record CsvFault(int line, String column, String message) {

    /** {@code line 7, email: must be an e-mail address}. */
    public String text() {
        return "line " + line + (column == null ? "" : ", " + column) + ": " + message;
    }
}
