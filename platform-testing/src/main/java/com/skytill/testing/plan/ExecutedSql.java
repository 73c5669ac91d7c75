package com.skytill.testing.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears the SQL that Hibernate sends while it is open, so that the very statements can be explained. */
public final class ExecutedSql extends Handler implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger("org.hibernate.SQL");

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    /** From now on. */
    public ExecutedSql() {
        setLevel(Level.ALL);
        LOGGER.setLevel(Level.ALL);
        LOGGER.addHandler(this);
    }

    /** The one query that reads from the table and has that in it. */
    public String query(String table, String part) {
        var found = List.copyOf(heard).stream()
                .filter(sql -> sql.startsWith("select") && sql.contains(table + " ") && sql.contains(part))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("Not one query of " + table + " with " + part + " but " + found + " of " + heard);
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
