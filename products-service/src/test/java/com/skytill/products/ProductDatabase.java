package com.skytill.products;

import org.eclipse.microprofile.config.ConfigProvider;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The service's own database, as the role that migrates it. */
final class ProductDatabase {

    private ProductDatabase() {}

    static Connection open() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("skytill.database.url", String.class),
                config.getValue("skytill.database.migration-username", String.class),
                config.getValue("skytill.database.migration-password", String.class));
    }
}
