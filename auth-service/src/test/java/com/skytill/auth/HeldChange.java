package com.skytill.auth;

import org.eclipse.microprofile.config.ConfigProvider;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

/** A change of the database that is made but not committed while something else goes on. */
final class HeldChange {

    private HeldChange() {}

    /** What came of the call that was begun after the changes were made, and that went on when they were committed. */
    static <T> T during(Callable<T> call, String... changes) throws SQLException {
        try (var connection = connect();
                var watcher = connect()) {
            connection.setAutoCommit(false);
            for (var change : changes) {
                run(connection, change);
            }
            var running = CompletableFuture.supplyAsync(() -> {
                try {
                    return call.call();
                } catch (Exception failed) {
                    throw new CompletionException(failed);
                }
            });
            // It waits for the changes, or did not care for them.
            await().atMost(20, SECONDS).until(() -> running.isDone() || waits(watcher));
            connection.commit();
            return running.join();
        }
    }

    private static boolean waits(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists (select from pg_locks where not granted)")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("skytill.database.url", String.class),
                config.getValue("skytill.database.username", String.class),
                config.getValue("skytill.database.password", String.class));
    }
}
