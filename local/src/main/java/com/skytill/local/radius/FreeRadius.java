package com.skytill.local.radius;

import com.skytill.local.home.Home;
import com.skytill.local.home.PrivateFiles;
import com.skytill.local.process.ChildProcess;
import com.skytill.local.process.Command;
import com.skytill.local.process.ProcessLog;
import com.skytill.local.process.Programs;
import com.skytill.local.process.StopSignal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The installed FreeRADIUS with the suite's configuration, on the loopback interface. */
public final class FreeRadius {

    /** Says how to install what is missing. */
    public static final String INSTALL = "sudo apt-get install -y freeradius freeradius-rest freeradius-utils";

    private static final String NAME = "freeradius";
    private static final Path REST_MODULE = Path.of("/usr/lib/freeradius/rlm_rest.so");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Path program;

    private FreeRadius(Path program) {
        this.program = program;
    }

    /** FreeRADIUS with its HTTP module, when both are installed. */
    public static Optional<FreeRadius> installed() {
        return Files.exists(REST_MODULE)
                ? Programs.find("freeradius", "radiusd").map(FreeRadius::new)
                : Optional.empty();
    }

    /**
     * Starts the server; {@link #awaitReady} waits for it.
     *
     * @param settings where it listens and whom it asks
     */
    public ChildProcess start(Home home, Settings settings) throws IOException {
        var directory = PrivateFiles.directory(home.radius());
        var raddb = copyOfConfiguration(home, directory);
        Files.deleteIfExists(log(home).file());
        var variables = new HashMap<String, String>(Map.of(
                "RADDB_DIR", raddb.toString(),
                "RADIUS_RUN_DIR", directory.toString(),
                "RADIUS_LISTEN", settings.host(),
                "RADIUS_CLIENTS", settings.host(),
                "RADIUS_AUTH_PORT", Integer.toString(settings.authPort()),
                "RADIUS_ACCT_PORT", Integer.toString(settings.acctPort()),
                "RADIUS_SECRET", settings.secret(),
                "RADIUS_API_URL", settings.apiUrl(),
                "RADIUS_API_TOKEN", settings.apiToken()));
        var command = Command.of(program, "-d", raddb.toString(), "-f");
        return ChildProcess.start(home, NAME, command, variables, StopSignal.TERM);
    }

    /** Waits until the server says that it takes requests. */
    public static void awaitReady(Home home, ChildProcess process) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!log(home).contains("Ready to process requests")) {
            if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                throw new IOException("FreeRADIUS did not start:\n  "
                        + String.join("\n  ", process.log().tail(10)) + "\n  "
                        + String.join("\n  ", log(home).tail(10)));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /**
     * Where FreeRADIUS listens and whom it asks.
     *
     * @param host the address it listens on, also the only one it hears
     * @param authPort UDP port of logins
     * @param acctPort UDP port of accounting
     * @param secret shared with the NAS
     * @param apiUrl vouchers-service, without trailing slash
     * @param apiToken what it shows vouchers-service
     */
    public record Settings(String host, int authPort, int acctPort, String secret, String apiUrl, String apiToken) {}

    private static ProcessLog log(Home home) {
        return new ProcessLog(home.radius().resolve("radius.log"));
    }

    /** A copy, since FreeRADIUS refuses a configuration that others may write, and a checkout's modes are its owner's matter. */
    private static Path copyOfConfiguration(Home home, Path directory) throws IOException {
        var source = home.root().resolve("k8s/base/freeradius/raddb");
        var target = directory.resolve("raddb");
        if (Files.exists(target)) {
            Files.walkFileTree(target, new Deletion());
        }
        Files.walkFileTree(source, new PrivateCopy(source, target));
        return target;
    }

    private static final class PrivateCopy extends SimpleFileVisitor<Path> {
        private final Path source;
        private final Path target;

        PrivateCopy(Path source, Path target) {
            this.source = source;
            this.target = target;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            PrivateFiles.directory(target.resolve(source.relativize(directory)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            PrivateFiles.write(target.resolve(source.relativize(file)), Files.readString(file));
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
