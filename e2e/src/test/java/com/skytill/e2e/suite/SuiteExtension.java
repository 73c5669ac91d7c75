package com.skytill.e2e.suite;

import com.skytill.local.home.Home;
import com.skytill.local.postgres.PostgresServer;
import com.skytill.local.process.Orphans;
import com.skytill.local.suite.Progress;
import com.skytill.local.suite.Suite;
import com.skytill.local.suite.SuiteFailure;
import com.skytill.local.suite.SuiteOptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/** Starts one suite for all test classes, afresh, and stops it after the last. Gives it to tests as a parameter. */
public final class SuiteExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SuiteExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSuite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, key -> start(), Started.class)
                .running();
    }

    private record Started(RunningSuite running) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try {
                running.suite().stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Started start() {
        try {
            var root =
                    Path.of(System.getProperty("skytill.root")).toAbsolutePath().normalize();
            var home = new Home(root, root.resolve("e2e/target/suite"));
            empty(home);
            var suite = new Suite(new SuiteOptions(home, 0), new Progress(System.out));
            long begin = System.nanoTime();
            start(suite);
            return new Started(new RunningSuite(suite, home, Duration.ofNanos(System.nanoTime() - begin)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the suite was being started", e);
        }
    }

    private static void start(Suite suite) throws IOException, InterruptedException {
        try {
            suite.start();
        } catch (SuiteFailure | IOException e) {
            suite.stop();
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Ends and removes what an interrupted run left behind, but for PostgreSQL's programs. */
    private static void empty(Home home) throws IOException, InterruptedException {
        home.create();
        Orphans.stop(home, PostgresServer.NAME);
        try (var files = Files.walk(home.directory())) {
            var old = files.filter(file -> !file.startsWith(home.postgresPrograms()))
                    .filter(file -> !file.equals(home.directory()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (var file : old) {
                Files.delete(file);
            }
        }
    }
}
