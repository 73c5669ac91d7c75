package com.skytill.local.demonstration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows for {@code unnest}, an array for each column: some thousand of them are one statement. */
final class Columns {

    private final List<String> types;
    private final List<List<Object>> values;

    Columns(String... types) {
        this.types = List.of(types);
        this.values = new ArrayList<>();
        for (int column = 0; column < types.length; column++) {
            values.add(new ArrayList<>());
        }
    }

    void add(Object... row) {
        for (int column = 0; column < types.size(); column++) {
            values.get(column).add(row[column]);
        }
    }

    /** Sets the statement's parameters, in the order of the columns, and executes it. */
    int execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int column = 0; column < types.size(); column++) {
                statement.setArray(
                        column + 1,
                        connection.createArrayOf(
                                types.get(column), values.get(column).toArray()));
            }
            return statement.executeUpdate();
        }
    }
}
