package com.skytill.vouchers;

import org.eclipse.microprofile.config.ConfigProvider;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The service's own database, as the role that migrates it: for what no operation tells, and for time that has passed. */
public final class EngineDatabase implements AutoCloseable {

    private final Connection connection;

    private EngineDatabase(Connection connection) {
        this.connection = connection;
    }

    /** A connection of its own; each statement is a transaction. */
    public static EngineDatabase open() {
        var config = ConfigProvider.getConfig();
        try {
            return new EngineDatabase(DriverManager.getConnection(
                    "jdbc:" + config.getValue("skytill.database.url", String.class),
                    config.getValue("skytill.database.migration-username", String.class),
                    config.getValue("skytill.database.migration-password", String.class)));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs a statement that answers nothing. */
    public int execute(String sql, Object... values) {
        try (var statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The rows, each a list of its columns. */
    public List<List<Object>> rows(String sql, Object... values) {
        try (var statement = prepare(sql, values);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<List<Object>>();
            while (result.next()) {
                var row = new ArrayList<Object>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The one number that the query answers. */
    public long number(String sql, Object... values) {
        return ((Number) rows(sql, values).getFirst().getFirst()).longValue();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
