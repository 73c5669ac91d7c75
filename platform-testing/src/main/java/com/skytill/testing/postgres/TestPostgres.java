package com.skytill.testing.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * A real PostgreSQL for tests, one server a JVM and one database a start of the application. The server is found again by a
 * system property, since Quarkus loads this class once for each of its class loaders; it ends with the JVM.
 */
public final class TestPostgres {

    private static final String PORT = "skytill.test.postgres.port";

    private TestPostgres() {}

    /**
     * Makes a fresh database with the service's schema and its two roles, as the local runner and the WISP's operators do.
     *
     * @return the service's configuration
     */
    public static Map<String, String> serve(String schema) {
        String database = schema + "_" + UUID.randomUUID().toString().replace("-", "");
        String migrator = schema + "_migrator";
        execute(
                "postgres",
                role(schema),
                role(migrator),
                "create database " + database,
                "alter role " + schema + " in database " + database + " set search_path = " + schema,
                "alter role " + migrator + " in database " + database + " set search_path = " + schema);
        execute(
                database,
                "create schema extensions",
                "grant usage on schema extensions to public",
                "create extension pg_trgm schema extensions",
                "create schema " + schema + " authorization " + migrator,
                "grant usage on schema " + schema + " to " + schema,
                "alter default privileges for role " + migrator + " in schema " + schema
                        + " grant select, insert, update, delete on tables to " + schema,
                "alter default privileges for role " + migrator + " in schema " + schema
                        + " grant usage, select on sequences to " + schema);
        return Map.of(
                "skytill.database.url", "postgresql://127.0.0.1:" + port() + "/" + database,
                "skytill.database.username", schema,
                "skytill.database.password", schema,
                "skytill.database.migration-username", migrator,
                "skytill.database.migration-password", migrator);
    }

    /** The server's port on loopback; starts the server if there is none. */
    public static synchronized int port() {
        if (System.getProperty(PORT) == null) {
            try {
                @SuppressWarnings("resource") // It lives as long as the JVM; its own shutdown hook closes it.
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .start();
                System.setProperty(PORT, String.valueOf(server.getPort()));
            } catch (IOException failed) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start", failed);
            }
        }
        return Integer.parseInt(System.getProperty(PORT));
    }

    private static String role(String name) {
        return "do $$ begin if not exists (select from pg_roles where rolname = '" + name + "') then create role "
                + name + " login password '" + name + "'; end if; end $$";
    }

    private static void execute(String database, String... statements) {
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The test database can't be made", failed);
        }
    }
}
