package com.skytill.local.postgres;

import com.skytill.local.home.Home;
import com.skytill.local.home.PrivateFiles;
import com.skytill.local.home.Secrets;
import com.skytill.local.process.ChildProcess;
import com.skytill.local.process.Command;
import com.skytill.local.process.ProcessStarter;
import com.skytill.local.process.StopSignal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL of the installation's own: loopback only, no Unix socket, and nobody gets in without a password, from the first
 * moment on.
 */
public final class PostgresServer {

    /** The name of its log and PID files. */
    public static final String NAME = "postgresql";

    private static final String SUPERUSER = "skytill_admin";
    private static final String SUPERUSER_SECRET = "postgres.superuser";
    private static final long START_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Duration POLL = Duration.ofMillis(100);

    private final ChildProcess process;
    private final int port;
    private final String password;

    private PostgresServer(ChildProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** Starts a process and remembers it, so that whoever stops the suite stops it too. */
    @FunctionalInterface
    public interface Launcher {
        /** Runs the starter, once. */
        ChildProcess launch(ProcessStarter starter) throws IOException, InterruptedException;
    }

    /**
     * Starts the server, making its data directory first when there is none, and waits until it takes connections.
     *
     * @param launcher runs the server's process
     */
    public static PostgresServer start(Home home, Secrets secrets, int port, Launcher launcher)
            throws IOException, InterruptedException {
        var programs = PostgresPrograms.unpackedBelow(home.postgresPrograms());
        var password = secrets.secret(SUPERUSER_SECRET);
        if (!Files.exists(home.postgresData().resolve("PG_VERSION"))) {
            makeData(home, programs, password);
        }
        var command = programs.command("postgres", "-D", home.postgresData().toString());
        var process = launcher.launch(
                () -> ChildProcess.start(home, NAME, withSettings(command, port), Map.of(), StopSignal.INT));
        var server = new PostgresServer(process, port, password);
        server.awaitReady();
        return server;
    }

    /** The process, to be watched and stopped. */
    public ChildProcess process() {
        return process;
    }

    public int port() {
        return port;
    }

    /** A superuser's connection to one database. */
    Connection connect(String database) throws SQLException {
        return connect(database, SUPERUSER, password);
    }

    Connection connect(String database, String role, String rolePassword) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", rolePassword);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    private static Command withSettings(Command command, int port) {
        return command.with(
                "-c", "listen_addresses=127.0.0.1",
                "-c", "port=" + port,
                "-c", "unix_socket_directories=",
                "-c", "shared_buffers=32MB",
                "-c", "max_connections=120",
                // No processes for what one user's suite does not need.
                "-c", "io_method=sync",
                "-c", "max_logical_replication_workers=0",
                "-c", "password_encryption=scram-sha-256");
    }

    /** Into a directory beside, renamed at the end: an interrupted initdb leaves nothing that looks like data. */
    private static void makeData(Home home, PostgresPrograms programs, String password)
            throws IOException, InterruptedException {
        var fresh = Files.createTempDirectory(home.directory(), "postgres-");
        var passwordFile = home.run().resolve("initdb-password");
        PrivateFiles.write(passwordFile, password + "\n");
        try {
            run(
                    home,
                    programs.command(
                            "initdb",
                            "--pgdata=" + fresh,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(fresh, home.postgresData(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(Home home, Command initdb) throws IOException, InterruptedException {
        Path log = home.logs().resolve("initdb.log");
        int exit = new ProcessBuilder(initdb.words())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("PostgreSQL's data directory could not be made:\n" + Files.readString(log));
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_NANOS;
        while (true) {
            try (var connection = connect("postgres")) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                    throw new IOException(
                            "PostgreSQL did not start:\n"
                                    + String.join("\n", process.log().tail(20)),
                            notYet);
                }
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
