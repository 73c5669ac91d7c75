package com.skytill.local.process;

import com.skytill.local.home.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChildProcessTest {

    @TempDir
    Path directory;

    private Home home;

    @BeforeEach
    void create() throws IOException {
        home = Home.of(directory);
        home.create();
    }

    @Test
    void logWhenProcessSpeaksThenKeptAndTheOneBeforePutAside() throws IOException {
        speak("first");
        var log = speak("second");

        assertEquals(List.of("second"), log.tail(5));
        assertEquals("first\n", Files.readString(home.logs().resolve("speaker.log.1")));
    }

    @Test
    void environmentThenOnlyWhatIsGivenAndWhatEveryProgramNeeds() throws IOException {
        var command = Command.of(Programs.find("env").orElseThrow());
        var child = ChildProcess.start(home, "speaker", command, Map.of("SECRET", "s3cret"), StopSignal.TERM);
        await().atMost(10, SECONDS).until(() -> !child.isAlive());

        assertTrue(child.log().contains("SECRET=s3cret"));
        assertTrue(child.log().tail(100).stream()
                .map(line -> line.substring(0, line.indexOf('=')))
                .allMatch(name -> name.equals("SECRET")
                        || name.equals("_")
                        || name.equals("PWD")
                        || name.equals("SHLVL")
                        || ChildEnvironment.KEPT.contains(name)));
    }

    @Test
    void exitWhenProcessEndsByItselfThenToldOnce() throws Exception {
        var ended = new CountDownLatch(1);
        var command = Command.of(Programs.find("false").orElseThrow());
        var child = ChildProcess.start(home, "speaker", command, Map.of(), StopSignal.TERM);
        child.onExit(ended::countDown);

        assertTrue(ended.await(10, SECONDS));
        assertEquals(1, child.exitCode());
    }

    private ProcessLog speak(String text) throws IOException {
        var command = Command.of(Programs.find("echo").orElseThrow(), text);
        var child = ChildProcess.start(home, "speaker", command, Map.of(), StopSignal.TERM);
        await().atMost(10, SECONDS).until(() -> !child.isAlive());
        return child.log();
    }
}
