package com.skytill.products;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears the SQL that Hibernate sends while it is open. */
final class ExecutedSql extends Handler implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger("org.hibernate.SQL");

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    ExecutedSql() {
        LOGGER.setLevel(Level.ALL);
        LOGGER.addHandler(this);
    }

    /** The one statement that reads from the table. */
    String from(String table) {
        var found = List.copyOf(heard).stream()
                .filter(sql -> sql.startsWith("select") && sql.contains(table + " "))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("Not one statement on " + table + " but " + found + " of " + heard);
        }
        return found.getFirst();
    }

    @Override
    public void publish(LogRecord event) {
        heard.add(event.getMessage());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        LOGGER.removeHandler(this);
        LOGGER.setLevel(null);
    }
}
