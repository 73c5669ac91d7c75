package com.skytill.vouchers.disconnect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/**
 * A real FreeRADIUS that plays the router at its RFC 5176 port: it drops what is not signed rightly, and writes down what it is sent
 * as it decodes it. It answers a CoA-Request for a session whose ID begins with "refused" by a NAK, and all else by an ACK.
 */
final class FreeRadiusNas implements AutoCloseable {

    static final String SECRET = "nas-secret";

    private final Process process;
    private final Path runDir;
    private final int port;

    private FreeRadiusNas(Process process, Path runDir, int port) {
        this.process = process;
        this.runDir = runDir;
        this.port = port;
    }

    static FreeRadiusNas start() {
        try {
            Path runDir = Files.createTempDirectory("freeradius-nas");
            var raddb = Path.of("src", "test", "resources", "nas-raddb").toAbsolutePath();
            int port = freePort();
            var builder = new ProcessBuilder("/usr/sbin/freeradius", "-d", raddb.toString(), "-f")
                    .redirectErrorStream(true)
                    .redirectOutput(runDir.resolve("stdout").toFile());
            builder.environment()
                    .putAll(Map.of(
                            "RADDB_DIR", raddb.toString(),
                            "RADIUS_RUN_DIR", runDir.toString(),
                            "RADIUS_SECRET", SECRET,
                            "RADIUS_COA_PORT", String.valueOf(port)));
            var nas = new FreeRadiusNas(builder.start(), runDir, port);
            nas.awaitReady();
            return nas;
        } catch (IOException failed) {
            throw new UncheckedIOException("FreeRADIUS did not start", failed);
        }
    }

    int port() {
        return port;
    }

    /** What it was sent about that session: each request's attributes by their names. */
    List<Map<String, String>> requests(String acctSessionId) {
        return Arrays.stream(read("detail").split("\n\n", -1))
                .map(FreeRadiusNas::attributes)
                .filter(request -> acctSessionId.equals(request.get("Acct-Session-Id")))
                .toList();
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
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("FreeRADIUS ended: " + read("stdout") + read("radius.log"));
            }
            return read("radius.log").contains("Ready to process requests");
        });
    }

    private static Map<String, String> attributes(String record) {
        var attributes = new HashMap<String, String>();
        record.lines().filter(line -> line.contains(" = ")).forEach(line -> {
            int equals = line.indexOf(" = ");
            attributes.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 3).replace("\"", ""));
        });
        return attributes;
    }

    private String read(String file) {
        var path = runDir.resolve(file);
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
