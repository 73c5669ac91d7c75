package com.skytill.local.process;

import com.skytill.local.home.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OrphansTest {

    @TempDir
    Path directory;

    private Home home;
    private ChildProcess child;

    @BeforeEach
    void start() throws IOException {
        home = Home.of(directory);
        home.create();
        var command = Command.of(Programs.find("sleep").orElseThrow(), "300");
        child = ChildProcess.start(home, "sleeper", command, Map.of(), StopSignal.TERM);
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        child.stop();
    }

    @Test
    void stopWhenPidFileIsOfALivingProcessThenEnded() throws IOException, InterruptedException {
        assertEquals(List.of("sleeper"), Orphans.stop(home, "postgresql"));

        assertFalse(child.isAlive());
        assertFalse(Files.exists(pidFile()));
    }

    @Test
    void stopWhenPidWasGivenToAnotherProcessThenLeftAlone() throws IOException, InterruptedException {
        Files.writeString(pidFile(), child.pid() + " 1700000000000\n");

        assertEquals(List.of(), Orphans.stop(home, "postgresql"));

        assertTrue(child.isAlive());
        assertFalse(Files.exists(pidFile()));
    }

    @Test
    void stopWhenPidFileIsTornThenLeftAlone() throws IOException, InterruptedException {
        Files.writeString(pidFile(), Long.toString(child.pid()));

        assertEquals(List.of(), Orphans.stop(home, "postgresql"));

        assertTrue(child.isAlive());
    }

    @Test
    void childWhenStoppedThenPidFileGone() throws IOException, InterruptedException {
        child.stop();

        assertFalse(child.isAlive());
        assertFalse(Files.exists(pidFile()));
    }

    private Path pidFile() {
        return home.run().resolve("sleeper.pid");
    }
}
