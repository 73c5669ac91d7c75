package com.skytill.e2e.clients;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.local.api.Api;
import com.skytill.local.home.Ports;
import com.skytill.local.home.Secrets;
import com.skytill.local.process.ChildProcess;
import com.skytill.local.process.Command;
import com.skytill.local.process.StopSignal;
import com.skytill.local.suite.Service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import static org.awaitility.Awaitility.await;

/**
 * A second process of one of the suite's services, on the suite's database, configured otherwise.
 *
 * @param url its address
 */
record OtherService(ChildProcess process, String url) implements AutoCloseable {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Starts it with these variables beside those that every service has, and waits until it is ready. */
    static OtherService start(RunningSuite suite, Service service, Map<String, String> configuration)
            throws IOException {
        var name = "other-" + service.id();
        int port = Ports.in(suite.home().ports()).tcp(name);
        var variables = new HashMap<String, String>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        variables.put("SKYTILL_PUBLIC_URL", suite.credentials().gatewayUrl());
        if (service.hasSchema()) {
            putDatabase(variables, suite, service);
        }
        variables.putAll(configuration);
        var jar = suite.home().root().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        var command =
                Command.of(JAVA, "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
        var process = ChildProcess.start(suite.home(), name, command, variables, StopSignal.TERM);
        var other = new OtherService(process, "http://127.0.0.1:" + port);
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> other.isReady(suite));
        return other;
    }

    Api api(RunningSuite suite) {
        return new Api(suite.http(), url);
    }

    private boolean isReady(RunningSuite suite) throws IOException, InterruptedException {
        var api = api(suite);
        return api.send(api.request("/q/health/ready").GET().build()).status() == 200;
    }

    private static void putDatabase(Map<String, String> variables, RunningSuite suite, Service service)
            throws IOException {
        var database = suite.suite().database();
        variables.put("SKYTILL_DATABASE_URL", database.url());
        variables.put(
                "SKYTILL_DATABASE_USERNAME", database.runtimeRole(service.id()).name());
        variables.put(
                "SKYTILL_DATABASE_PASSWORD", database.runtimeRole(service.id()).password());
        variables.put(
                "SKYTILL_DATABASE_MIGRATION_USERNAME",
                database.migratorRole(service.id()).name());
        variables.put(
                "SKYTILL_DATABASE_MIGRATION_PASSWORD",
                database.migratorRole(service.id()).password());
        variables.put(
                "SKYTILL_ENCRYPTION_KEYS", Secrets.in(suite.home().secrets()).key("encryption-key." + service.id()));
    }

    @Override
    public void close() throws IOException {
        try {
            process.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
