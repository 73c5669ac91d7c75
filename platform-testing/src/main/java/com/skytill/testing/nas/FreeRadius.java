package com.skytill.testing.nas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/**
 * A real FreeRADIUS with the suite's own configuration, started for a test on free ports of loopback. Needs Debian's
 * {@code freeradius freeradius-rest freeradius-utils}.
 */
public final class FreeRadius implements AutoCloseable {

    private static final String INSTALL =
            "FreeRADIUS is missing: apt-get install -y freeradius freeradius-rest freeradius-utils";
    private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/freeradius"), Path.of("/usr/sbin/radiusd"));

    private final Process process;
    private final Path runDir;
    private final RadClient client;

    private FreeRadius(Process process, Path runDir, RadClient client) {
        this.process = process;
        this.runDir = runDir;
        this.client = client;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param apiUrl vouchers-service's address
     * @param apiToken its service token
     */
    public static FreeRadius start(String apiUrl, String apiToken) {
        Path binary = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(INSTALL));
        var client = new RadClient("127.0.0.1", freePort(), freePort(), "test-" + System.nanoTime());
        try {
            Path runDir = Files.createTempDirectory("freeradius");
            Path raddb = Path.of(System.getProperty("skytill.root"), "k8s", "base", "freeradius", "raddb");
            var builder = new ProcessBuilder(binary.toString(), "-d", raddb.toString(), "-f")
                    .redirectErrorStream(true)
                    .redirectOutput(runDir.resolve("stdout").toFile());
            var environment = builder.environment();
            environment.put("RADDB_DIR", raddb.toString());
            environment.put("RADIUS_RUN_DIR", runDir.toString());
            environment.put("RADIUS_LISTEN", client.host());
            environment.put("RADIUS_CLIENTS", "127.0.0.1");
            environment.put("RADIUS_AUTH_PORT", String.valueOf(client.authPort()));
            environment.put("RADIUS_ACCT_PORT", String.valueOf(client.acctPort()));
            environment.put("RADIUS_SECRET", client.secret());
            environment.put("RADIUS_API_URL", apiUrl);
            environment.put("RADIUS_API_TOKEN", apiToken);
            var server = new FreeRadius(builder.start(), runDir, client);
            server.awaitReady();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException("FreeRADIUS did not start", failed);
        }
    }

    /** Sends it packets as a router would. */
    public RadClient client() {
        return client;
    }

    /** Everything that it has logged. */
    public String log() {
        return read("stdout") + read("radius.log");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("FreeRADIUS ended: " + log());
                    }
                    return log().contains("Ready to process requests");
                });
    }

    private String read(String file) {
        Path path = runDir.resolve(file);
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() {
        try (var probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (SocketException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
