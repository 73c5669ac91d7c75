package com.skytill.local.suite;

import com.skytill.local.Main;
import com.skytill.local.home.Home;
import com.skytill.local.home.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The runner with services that are not real: how it starts, ends, and comes back after it was killed. */
class SuiteTest {

    /** One installation for all tests, as a user has it: what a test leaves behind, the next start finds. */
    @TempDir
    static Path directory;

    private static FakeRepository repository;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Suite suite;

    @BeforeAll
    static void createRepository() throws IOException {
        repository = FakeRepository.in(directory);
    }

    @BeforeEach
    void create() {
        suite = suite();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        suite.stop();
    }

    @Test
    void startThenReadyAndStopThenNothingIsLeft() throws Exception {
        suite.start();

        assertEquals("sk_fake", suite.credentials().accessToken());
        assertEquals(suite.url(Service.GATEWAY), suite.credentials().gatewayUrl());
        var processes = processes();
        assertTrue(processes.size() >= 7);

        suite.stop();

        assertTrue(processes.stream().noneMatch(ProcessHandle::isAlive));
        assertEquals(List.of(), processes());
    }

    @Test
    void startWhenRunnerWasKilledThenItsProcessesAreEndedFirst() throws Exception {
        var runner = runner();
        var orphans = processes();
        runner.destroyForcibly().waitFor();
        assertTrue(orphans.stream().allMatch(ProcessHandle::isAlive));

        suite.start();

        assertTrue(orphans.stream().noneMatch(ProcessHandle::isAlive));
        assertTrue(
                told.toString(StandardCharsets.UTF_8).contains("stopped postgresql, which an earlier run left behind"));
    }

    @Test
    void runnerWhenToldToEndThenEndsEverything() throws Exception {
        var runner = runner();
        var processes = processes();

        runner.destroy();
        runner.waitFor();

        assertTrue(processes.stream().noneMatch(ProcessHandle::isAlive));
        assertEquals(List.of(), processes());
    }

    @Test
    void startWhenAnotherRunsHereThenSaysSo() throws Exception {
        suite.start();

        var runner = start(freePort());
        var said = new String(runner.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(1, runner.waitFor());
        assertTrue(said.contains("Skytill already runs here"), said);
        assertTrue(processes().stream().allMatch(ProcessHandle::isAlive));
    }

    @Test
    void startWhenAServiceEndsThenSaysWhatItSaid() throws Exception {
        repository.breakDown(Service.LEADS);

        var failure = assertThrows(SuiteFailure.class, suite::start);

        assertTrue(failure.getMessage().startsWith("leads-service ended before it was ready"), failure.getMessage());
        assertTrue(failure.getMessage().contains("It can't go on like this"), failure.getMessage());
        suite.stop();
        repository.mend(Service.LEADS);
        assertEquals(List.of(), processes());
    }

    @Test
    void serviceWhenItEndsLaterThenReportedAndTheRestGoesOn() throws Exception {
        suite.start();

        ProcessHandle.of(suite.process(Service.LEADS).pid()).orElseThrow().destroyForcibly();

        await().atMost(10, SECONDS)
                .until(() -> told.toString(StandardCharsets.UTF_8).contains("leads-service has ended by itself"));
        assertTrue(suite.process(Service.GATEWAY).isAlive());
    }

    @Test
    void serviceWhenStoppedOrKilledThenComesBackAtItsAddress() throws Exception {
        suite.start();
        var url = suite.url(Service.LEADS);
        var ended = suite.process(Service.LEADS);

        suite.stop(Service.LEADS);
        assertFalse(ended.isAlive());
        suite.start(Service.LEADS);
        var second = suite.process(Service.LEADS);
        assertTrue(second.isAlive());

        suite.kill(Service.LEADS);
        assertFalse(second.isAlive());
        suite.start(Service.LEADS);

        assertTrue(suite.process(Service.LEADS).isAlive());
        assertEquals(url, suite.url(Service.LEADS));
        assertFalse(told.toString(StandardCharsets.UTF_8).contains("ended by itself"));
    }

    @Test
    void databaseWhenKilledThenNothingOfItIsLeftAndItStartsWithItsData() throws Exception {
        suite.start();
        var role = suite.database().migratorRole("vouchers");
        var url = suite.database().url();
        var killed = postgres();
        try (var connection = suite.database().connectAs(role);
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
            suite.killDatabase();
            assertThrows(SQLException.class, () -> statement.execute("select 1"));
        }
        assertTrue(killed.stream().noneMatch(ProcessHandle::isAlive));

        suite.startDatabase();

        assertEquals(url, suite.database().url());
        try (var connection = suite.database().connectAs(role);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select answer from kept")) {
            assertTrue(rows.next());
            assertEquals(42, rows.getInt("answer"));
        }
        assertFalse(told.toString(StandardCharsets.UTF_8).contains("ended by itself"));
    }

    @Test
    void startWhenNotBuiltThenSaysSo() throws Exception {
        Files.delete(Service.VOUCHERS.jar(repository.home()));

        var failure = assertThrows(SuiteFailure.class, suite::start);

        repository.putJar(Service.VOUCHERS);
        assertTrue(failure.getMessage().contains("vouchers-service"), failure.getMessage());
    }

    @Test
    void runnerWhenPortIsTakenThenSaysSo() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var runner = start(taken.getLocalPort());
            var said = new String(runner.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(1, runner.waitFor());
            assertTrue(said.contains("Port " + taken.getLocalPort() + " is taken"), said);
        }
    }

    /** A runner in a process of its own, as the script starts it; up when this returns. */
    private Process runner() throws IOException {
        var runner = start(freePort());
        var lines = runner.inputReader(StandardCharsets.UTF_8);
        var line = lines.readLine();
        while (line != null && !line.startsWith("Skytill is up.")) {
            line = lines.readLine();
        }
        assertFalse(line == null);
        return runner;
    }

    private Process start(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        directory.toString(),
                        "up",
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .start();
    }

    private int freePort() throws IOException {
        return Ports.in(directory.resolve("test-ports.json")).tcp("gateway");
    }

    private Suite suite() {
        var progress = new Progress(new PrintStream(told, true, StandardCharsets.UTF_8));
        return new Suite(new SuiteOptions(Home.of(directory), 0), progress);
    }

    private List<ProcessHandle> processes() throws IOException {
        try (var files = Files.list(repository.home().run())) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .map(SuiteTest::process)
                    .toList();
        }
    }

    /** The server and every process of it. */
    private List<ProcessHandle> postgres() {
        var server = process(repository.home().run().resolve("postgresql.pid"));
        return Stream.concat(Stream.of(server), server.descendants()).toList();
    }

    private static ProcessHandle process(Path file) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).split(" ", -1)[0]))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
