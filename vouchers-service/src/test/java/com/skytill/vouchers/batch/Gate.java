package com.skytill.vouchers.batch;

import com.skytill.vouchers.VoucherDatabase;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Holds whoever issues vouchers of a batch after each chunk, before it is told how far the batch is, until the test lets it go on:
 * a trigger that waits for an advisory lock.
 */
final class Gate implements AutoCloseable {

    private static final int LOCK = 4711;

    private final Connection connection;

    private Gate(Connection connection) {
        this.connection = connection;
    }

    /** Shuts it. */
    static Gate shut() {
        VoucherDatabase.execute(
                """
                create or replace function test_gate() returns trigger language plpgsql as $$
                begin
                    perform pg_advisory_lock(%1$d);
                    perform pg_advisory_unlock(%1$d);
                    return null;
                end $$
                """.formatted(LOCK),
                "create or replace trigger test_gate after insert on vouchers for each statement execute function test_gate()");
        var gate = new Gate(VoucherDatabase.open());
        gate.execute("select pg_advisory_lock(" + LOCK + ")");
        return gate;
    }

    /** How many wait before it. */
    long waiting() {
        return VoucherDatabase.number(
                "select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted", LOCK);
    }

    /** Lets each who waits through once. */
    void letThrough() {
        // Locks are granted in the order in which they were asked for: this asks behind who waits.
        execute("select pg_advisory_unlock(" + LOCK + ")", "select pg_advisory_lock(" + LOCK + ")");
    }

    /** Ends the connections of those who wait, as a PostgreSQL that restarts would. */
    void terminateWaiting() {
        try (var service = VoucherDatabase.openAsService();
                var statement = service.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks"
                    + " where locktype = 'advisory' and objid = " + LOCK + " and not granted");
        } catch (SQLException failed) {
            throw new IllegalStateException("The connections do not end", failed);
        }
    }

    private void execute(String... statements) {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The gate does not work", failed);
        }
    }

    @Override
    public void close() {
        open();
    }

    /** Opens it for good. */
    void open() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException("The gate does not open", failed);
        }
        VoucherDatabase.execute("drop trigger if exists test_gate on vouchers");
    }
}
