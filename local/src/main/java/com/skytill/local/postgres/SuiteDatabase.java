package com.skytill.local.postgres;

import com.skytill.local.home.Secrets;
import org.postgresql.PGConnection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The suite's one database: for each service a schema, a role that owns and migrates it, and a role that only reads and writes rows
 * in it. No role can see into another service's schema.
 */
public final class SuiteDatabase {

    /** The database's name. */
    public static final String NAME = "skytill";

    private final PostgresServer server;
    private final Secrets secrets;

    private SuiteDatabase(PostgresServer server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /** Makes what is missing and sets every role's password to the installation's. May be repeated at every start. */
    public static SuiteDatabase prepare(PostgresServer server, Secrets secrets, List<String> schemas)
            throws SQLException {
        var database = new SuiteDatabase(server, secrets);
        try (var connection = server.connect("postgres")) {
            if (!exists(connection, "pg_database", "datname", NAME)) {
                execute(connection, "CREATE DATABASE " + NAME);
            }
            execute(connection, "REVOKE ALL ON DATABASE postgres, template1, " + NAME + " FROM PUBLIC");
        }
        try (var connection = server.connect(NAME)) {
            execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
            prepareExtensions(connection);
            for (var schema : schemas) {
                database.prepareSchema(connection, schema);
            }
        }
        return database;
    }

    /** The role that a service runs as. */
    public DatabaseRole runtimeRole(String schema) {
        return role(schema);
    }

    /** The role that owns a service's schema. */
    public DatabaseRole migratorRole(String schema) {
        return role(schema + "_migrator");
    }

    /** A connection of one of the roles, which sees its own schema only. */
    public Connection connectAs(DatabaseRole role) throws SQLException {
        return server.connect(NAME, role.name(), role.password());
    }

    /** As the services are told: {@code postgresql://host:port/database}. */
    public String url() {
        return "postgresql://127.0.0.1:" + server.port() + "/" + NAME;
    }

    private DatabaseRole role(String name) {
        return new DatabaseRole(name, secrets.secret("postgres." + name));
    }

    /** What only an administrator may install: once for all services, in a schema that holds nothing else. */
    private static void prepareExtensions(Connection connection) throws SQLException {
        execute(connection, "CREATE SCHEMA IF NOT EXISTS extensions");
        execute(connection, "GRANT USAGE ON SCHEMA extensions TO PUBLIC");
        execute(connection, "CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions");
    }

    private void prepareSchema(Connection connection, String schema) throws SQLException {
        var runtime = runtimeRole(schema);
        var migrator = migratorRole(schema);
        prepareRole(connection, runtime, schema);
        prepareRole(connection, migrator, schema);
        execute(connection, "CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s".formatted(schema, migrator.name()));
        execute(connection, "GRANT USAGE ON SCHEMA %s TO %s".formatted(schema, runtime.name()));
        var defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA %s ".formatted(migrator.name(), schema);
        execute(connection, defaults + "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + runtime.name());
        execute(connection, defaults + "GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO " + runtime.name());
    }

    private static void prepareRole(Connection connection, DatabaseRole role, String schema) throws SQLException {
        if (!exists(connection, "pg_roles", "rolname", role.name())) {
            execute(connection, "CREATE ROLE %s LOGIN".formatted(role.name()));
        }
        // Hashed here, so that the password is in no statement and in no log of the server.
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(role.name(), role.password().toCharArray(), "scram-sha-256");
        execute(connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(NAME, role.name()));
        execute(connection, "ALTER ROLE %s IN DATABASE %s SET search_path = %s".formatted(role.name(), NAME, schema));
    }

    private static boolean exists(Connection connection, String catalog, String column, String value)
            throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM " + catalog + " WHERE " + column + " = ?")) {
            query.setString(1, value);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
