package com.skytill.vouchers;

import org.eclipse.microprofile.config.ConfigProvider;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The service's own database, as the role that migrates it. */
public final class VoucherDatabase {

    private VoucherDatabase() {}

    /** A connection of the test's own. */
    public static Connection open() {
        return open("skytill.database.migration-");
    }

    /** A connection like the service's. */
    public static Connection openAsService() {
        return open("skytill.database.");
    }

    private static Connection open(String credentials) {
        var config = ConfigProvider.getConfig();
        try {
            return DriverManager.getConnection(
                    "jdbc:" + config.getValue("skytill.database.url", String.class),
                    config.getValue(credentials + "username", String.class),
                    config.getValue(credentials + "password", String.class));
        } catch (SQLException failed) {
            throw new IllegalStateException("The test database can't be reached", failed);
        }
    }

    /** The one number that the query answers. */
    public static long number(String sql, Object... values) {
        try (var connection = open();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The test's query failed", failed);
        }
    }

    /** Executes statements. */
    public static void execute(String... statements) {
        try (var connection = open();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The test's statement failed", failed);
        }
    }
}
