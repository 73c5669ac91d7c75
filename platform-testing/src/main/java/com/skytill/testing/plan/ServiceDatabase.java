package com.skytill.testing.plan;

import org.eclipse.microprofile.config.ConfigProvider;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of the service under test, as the role that owns its tables: to fill them, and to have them analyzed. */
public final class ServiceDatabase {

    private ServiceDatabase() {}

    /** A connection whose search path is the service's schema. */
    public static Connection open() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("skytill.database.url", String.class),
                config.getValue("skytill.database.migration-username", String.class),
                config.getValue("skytill.database.migration-password", String.class));
    }

    /** Runs these one by one. */
    public static void run(String... statements) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            // The test server commits asynchronously, and rows of such a commit are not yet visible to all when they
            // are vacuumed.
            statement.execute("set synchronous_commit = on");
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
