package com.skytill.vouchers;

import org.eclipse.microprofile.config.ConfigProvider;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections to the service's own database. */
public final class Database {

    private Database() {}

    /** As the role that works. */
    public static Connection runtime() throws SQLException {
        return open("skytill.database.username", "skytill.database.password");
    }

    /** As the role that owns the schema. */
    public static Connection migrator() throws SQLException {
        return open("skytill.database.migration-username", "skytill.database.migration-password");
    }

    private static Connection open(String username, String password) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("skytill.database.url", String.class),
                config.getValue(username, String.class),
                config.getValue(password, String.class));
    }
}
