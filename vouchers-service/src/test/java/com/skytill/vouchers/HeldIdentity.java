package com.skytill.vouchers;

import org.eclipse.microprofile.config.ConfigProvider;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Keeps an identity locked, as a transaction of somebody else does, until it is closed. */
public final class HeldIdentity implements AutoCloseable {

    private static final String WAITING =
            "from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection holder;
    private final Connection observer;

    private HeldIdentity(Connection holder, Connection observer) {
        this.holder = holder;
        this.observer = observer;
    }

    /** Locks the identity that the code leads to. */
    public static HeldIdentity of(String code) {
        try {
            var held = new HeldIdentity(connect(), connect());
            held.holder.setAutoCommit(false);
            number(
                    held.holder,
                    "select count(*) from (select from identities where login_key = 'v:" + code.replace("-", "")
                            + "' for update) locked");
            return held;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Waits until so many of the service's transactions wait for a lock. */
    public void awaitWaiting(int transactions) {
        var deadline = Instant.now().plus(PATIENCE);
        while (number(observer, "select count(*) " + WAITING) < transactions) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(transactions + " transactions should wait for the identity");
            }
        }
    }

    /** Ends the connections of those that wait for a lock, as an administrator may; answers how many. */
    public long terminateWaiting() {
        return number(observer, "select count(pg_terminate_backend(pid)) " + WAITING);
    }

    private static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("skytill.database.url", String.class),
                config.getValue("skytill.database.username", String.class),
                config.getValue("skytill.database.password", String.class));
    }

    private static long number(Connection connection, String sql) {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        try (holder) {
            observer.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
