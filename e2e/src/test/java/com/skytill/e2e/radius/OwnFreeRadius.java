package com.skytill.e2e.radius;

import com.skytill.local.home.Credentials.RadiusAccess;
import com.skytill.local.home.Home;
import com.skytill.local.home.Ports;
import com.skytill.local.home.Secrets;
import com.skytill.local.postgres.PostgresServer;
import com.skytill.local.process.ChildProcess;
import com.skytill.local.process.Orphans;
import com.skytill.local.radius.FreeRadius;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A FreeRADIUS as the suite starts its own, that a test may kill, and that asks whom the test says. */
final class OwnFreeRadius implements AutoCloseable {

    /** What it says when a request does not come to its end. */
    private static final Pattern HANGS = Pattern.compile("(?i)hung|unresponsive|blocked|max_requests|did not complete");

    private final Home home;
    private final FreeRadius.Settings settings;
    private final List<String> complaints = new ArrayList<>();
    private ChildProcess process;

    private OwnFreeRadius(Home home, FreeRadius.Settings settings) {
        this.home = home;
        this.settings = settings;
    }

    static OwnFreeRadius start(Home home, String apiUrl, String apiToken) throws IOException, InterruptedException {
        home.create();
        Orphans.stop(home, PostgresServer.NAME);
        var ports = Ports.in(home.ports());
        var radius = new OwnFreeRadius(
                home,
                new FreeRadius.Settings(
                        "127.0.0.1",
                        ports.udp("radius-auth", 1812),
                        ports.udp("radius-acct", 1813),
                        Secrets.in(home.secrets()).secret("radius.nas"),
                        apiUrl,
                        apiToken));
        radius.start();
        return radius;
    }

    RadiusAccess access() {
        return new RadiusAccess(settings.host(), settings.authPort(), settings.acctPort(), settings.secret());
    }

    void kill() throws IOException, InterruptedException {
        process.kill();
        readLog();
    }

    void start() throws IOException {
        process = FreeRadius.installed().orElseThrow().start(home, settings);
        FreeRadius.awaitReady(home, process);
    }

    /** What it has said of requests that hang. */
    List<String> complaints() throws IOException {
        readLog();
        return List.copyOf(complaints);
    }

    @Override
    public void close() throws IOException {
        try {
            process.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void readLog() throws IOException {
        try (var lines = Files.lines(home.radius().resolve("radius.log"))) {
            lines.filter(line -> HANGS.matcher(line).find()).forEach(complaints::add);
        }
    }
}
