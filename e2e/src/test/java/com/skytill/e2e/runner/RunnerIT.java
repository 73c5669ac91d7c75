package com.skytill.e2e.runner;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.suite.Progress;
import com.skytill.local.suite.Service;
import com.skytill.local.suite.Suite;
import com.skytill.local.suite.SuiteFailure;
import com.skytill.local.suite.SuiteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the one command promises: soon ready, small, private, and once per folder. */
@ExtendWith(SuiteExtension.class)
class RunnerIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final long MEMORY_LIMIT_KB = 1_500_000;

    private final RunningSuite suite;

    RunnerIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void startThenReadyWithinAMinute() {
        assertTrue(suite.startTime().compareTo(LIMIT) < 0, suite.startTime().toString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void allProcessesThenFitIntoOneAndAHalfGigabytes() throws IOException {
        long kilobytes = 0;
        for (var process : processes()) {
            kilobytes += proportionalKilobytes(process);
        }

        System.out.println("The suite's memory: " + kilobytes / 1000 + " MB");
        assertTrue(kilobytes < MEMORY_LIMIT_KB, kilobytes + " kB");
    }

    @Test
    void credentialsThenPrivate() throws IOException {
        for (var file : List.of(suite.home().credentials(), suite.home().secrets())) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void secretsThenOnNoCommandLineAndInNoLog() throws IOException {
        var credentials = suite.credentials();
        var secrets = List.of(
                credentials.password(),
                credentials.clientSecret(),
                credentials.accessToken(),
                credentials.radius().secret());
        for (var process : processes()) {
            var commandLine = process.info().commandLine().orElse("");
            secrets.forEach(secret -> assertFalse(commandLine.contains(secret)));
        }
        try (var logs = Files.list(suite.home().logs())) {
            for (var log : logs.toList()) {
                var text = Files.readString(log);
                secrets.forEach(secret -> assertFalse(text.contains(secret), log.toString()));
            }
        }
    }

    @Test
    void secondStartInTheSameFolderThenSaysSo() {
        var quiet = new Progress(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        var second = new Suite(new SuiteOptions(suite.home(), 0), quiet);

        var failure = assertThrows(SuiteFailure.class, second::start);

        assertTrue(failure.getMessage().startsWith("Skytill already runs here"), failure.getMessage());
        assertTrue(suite.suite().process(Service.GATEWAY).isAlive());
    }

    private List<ProcessHandle> processes() throws IOException {
        var all = new ArrayList<ProcessHandle>();
        try (var files = Files.list(suite.home().run())) {
            for (var file :
                    files.filter(name -> name.toString().endsWith(".pid")).toList()) {
                long pid = Long.parseLong(Files.readString(file).split(" ", -1)[0]);
                var process = ProcessHandle.of(pid).orElseThrow();
                all.add(process);
                process.descendants().forEach(all::add);
            }
        }
        return all;
    }

    /** A page that several processes share is counted once in all. */
    private static long proportionalKilobytes(ProcessHandle process) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            if (line.startsWith("Pss:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("No Pss of process " + process.pid());
    }
}
