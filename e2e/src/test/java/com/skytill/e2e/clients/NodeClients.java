package com.skytill.e2e.clients;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.skytill.local.process.Programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Runs the clients written for Node, each as a process of its own, with the libraries as npm has them. */
final class NodeClients {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 240;

    private final Path project;
    private final Path logs;

    private NodeClients(Path project, Path logs) {
        this.project = project;
        this.logs = logs;
    }

    /** The clients with exactly the libraries of their lock file. */
    static NodeClients installed() throws IOException, InterruptedException {
        var module = Path.of(System.getProperty("skytill.root")).resolve("e2e").toAbsolutePath();
        var clients = new NodeClients(
                module.resolve("src/test/node"), Files.createDirectories(module.resolve("target/clients")));
        clients.run("npm", List.of(program("npm").toString(), "ci"), "");
        return clients;
    }

    /** Runs a client to its end, which has to be good, and tells what it did. */
    Report run(String script, Map<String, String> given) throws IOException, InterruptedException {
        var words = List.of(program("node").toString(), script + ".js");
        return Report.parse(run(script, words, JSON.writeValueAsString(given)));
    }

    /** Starts a script that runs until its input is closed; it reports in one line. */
    Process start(String script, Object given) throws IOException {
        var process = new ProcessBuilder(program("node").toString(), script + ".js")
                .directory(project.toFile())
                .redirectError(logs.resolve(script + ".err").toFile())
                .start();
        process.outputWriter().write(JSON.writeValueAsString(given) + "\n");
        process.outputWriter().flush();
        return process;
    }

    /** The browser of the clients' users. */
    static Path chromium() {
        return program("chromium", "chromium-browser");
    }

    private String run(String name, List<String> words, String input) throws IOException, InterruptedException {
        var output = logs.resolve(name + ".out");
        var errors = logs.resolve(name + ".err");
        var process = new ProcessBuilder(words)
                .directory(project.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try (var stdin = process.outputWriter()) {
            stdin.write(input);
        }
        try {
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> name + " has not ended");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        assertEquals(0, process.exitValue(), Files.readString(output) + Files.readString(errors));
        return Files.readString(output);
    }

    private static Path program(String... names) {
        return Programs.find(names)
                .orElseThrow(
                        () -> new AssertionError(names[0] + " is not installed; .ci/run says what the tests need"));
    }
}
