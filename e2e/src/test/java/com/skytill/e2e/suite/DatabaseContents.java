package com.skytill.e2e.suite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all services keep, as a fingerprint of each table, to see that something changed nothing.
 *
 * @param tables the rows' number and hash by the table's name
 */
public record DatabaseContents(Map<String, String> tables) {

    // How far the replica of products has been pulled: it goes on whoever calls what. So does when a token was used
    // last.
    private static final Set<String> BOOKKEEPING = Set.of("replicas");

    private static final List<String> SCHEMAS = List.of("products", "customers", "vouchers", "leads", "auth");

    public DatabaseContents {
        tables = Map.copyOf(tables);
    }

    /** As it is now. */
    public static DatabaseContents of(RunningSuite suite) throws SQLException {
        var tables = new TreeMap<String, String>();
        for (var schema : SCHEMAS) {
            try (var connection = connect(suite, schema)) {
                for (var table : tables(connection, schema)) {
                    tables.put(schema + "." + table, fingerprint(connection, table));
                }
            }
        }
        return new DatabaseContents(tables);
    }

    /** The tables that differ, and how. */
    public Map<String, String> changesSince(DatabaseContents before) {
        var changes = new TreeMap<String, String>();
        tables.forEach((table, now) -> {
            var then = before.tables().get(table);
            if (!now.equals(then)) {
                changes.put(table, then + " → " + now);
            }
        });
        return changes;
    }

    /** The tables in which a row has that text anywhere. */
    public static List<String> tablesWith(RunningSuite suite, String text) throws SQLException {
        var found = new ArrayList<String>();
        for (var schema : SCHEMAS) {
            try (var connection = connect(suite, schema)) {
                for (var table : tables(connection, schema)) {
                    try (var query = connection.prepareStatement(
                            "SELECT count(*) FROM \"" + table + "\" t WHERE position(? in t::text) > 0")) {
                        query.setString(1, text);
                        try (var rows = query.executeQuery()) {
                            rows.next();
                            if (rows.getLong(1) > 0) {
                                found.add(schema + "." + table);
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    /** A service's own connection. */
    public static Connection connect(RunningSuite suite, String schema) throws SQLException {
        var role = suite.suite().database().runtimeRole(schema);
        return DriverManager.getConnection("jdbc:" + suite.suite().database().url(), role.name(), role.password());
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.prepareStatement(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'")) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                    names.removeAll(BOOKKEEPING);
                }
            }
        }
        return names;
    }

    private static String fingerprint(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'last_used_at')::text, 0)), 0)"
                                + " FROM \"" + table + "\" t")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
