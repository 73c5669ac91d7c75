package com.skytill.local.suite;

import com.skytill.local.home.Credentials;
import com.skytill.local.home.Credentials.RadiusAccess;
import com.skytill.local.home.Home;
import com.skytill.local.home.Ports;
import com.skytill.local.home.RunnerLock;
import com.skytill.local.home.Secrets;
import com.skytill.local.postgres.PostgresServer;
import com.skytill.local.postgres.SuiteDatabase;
import com.skytill.local.process.ChildProcess;
import com.skytill.local.process.Orphans;
import com.skytill.local.suite.ProcessGroup.Stage;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The suite as one user runs it: PostgreSQL, the services, FreeRADIUS, and the credentials to use them. */
public final class Suite {

    private final Home home;
    private final SuiteOptions options;
    private final Progress progress;
    private final DeathNotice deaths;
    private final ProcessGroup processes;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<Service, ChildProcess> services = new EnumMap<>(Service.class);
    private final Closing closing = new Closing();
    private Addresses addresses;
    private PostgresServer server;
    private SuiteDatabase database;
    private ServiceEnvironment environment;
    private final Map<String, ChildProcess> replicas = new HashMap<>();

    /** A suite that is not started yet; {@link #stop} ends it whether its start was finished or not. */
    public Suite(SuiteOptions options, Progress progress) {
        this.home = options.home();
        this.options = options;
        this.progress = progress;
        this.deaths = new DeathNotice(progress);
        this.processes = new ProcessGroup(deaths::publish);
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @throws SuiteFailure when something is in the way that the user can mend
     */
    public void start() throws SuiteFailure, IOException, InterruptedException {
        requireBuilt();
        home.create();
        RunnerLock lock = RunnerLock.take(home)
                .orElseThrow(() -> new SuiteFailure("Skytill already runs here: see " + home.credentials()));
        closing.add(lock::close);
        Files.deleteIfExists(home.credentials());
        for (var orphan : Orphans.stop(home, PostgresServer.NAME)) {
            progress.say("  stopped " + orphan + ", which an earlier run left behind");
        }
        closing.add(processes::stop);
        var secrets = Secrets.in(home.secrets());
        var ports = Ports.in(home.ports());
        addresses = Addresses.choose(ports, options.gatewayPort());
        database = startDatabase(secrets, ports);
        environment = new ServiceEnvironment(addresses, database, secrets);
        for (var service : Service.values()) {
            begin(service);
        }
        var radius = new RadiusStart(home, processes, progress)
                .start(secrets, ports, addresses.url(Service.VOUCHERS), environment.radiusApiToken());
        awaitServices();
        publishCredentials(radius);
        deaths.activate();
    }

    /** Whether anything runs that {@link #stop} would stop. */
    public boolean isStarted() {
        return !closing.isEmpty();
    }

    /** What a consumer needs, with a token that is valid now. */
    public Credentials credentials() throws IOException {
        return Credentials.read(home.credentials());
    }

    /** The inside address of a service, without trailing slash: past the gateway. */
    public String url(Service service) {
        return addresses.url(service);
    }

    /**
     * Starts one more process of a service, on the same database; the gateway knows the first only.
     *
     * @return its inside address
     */
    public String addReplica(Service service) throws SuiteFailure, IOException, InterruptedException {
        String name = service.module() + "-replica-" + (replicas.size() + 1);
        int port = Ports.in(home.ports()).tcp(name);
        var variables = new HashMap<>(environment.of(service));
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        var process =
                processes.start(Stage.SERVICES, () -> ServiceProcess.start(home, service, name, Map.copyOf(variables)));
        String url = "http://127.0.0.1:" + port;
        replicas.put(url, process);
        new Readiness(http).await(process, url);
        return url;
    }

    /** Ends a process that {@link #addReplica} started, for good. */
    public void stopReplica(String url) throws IOException, InterruptedException {
        processes.stop(replicas.get(url));
    }

    /** Ends a service, as if it had broken down; the rest goes on. */
    public void stop(Service service) throws IOException, InterruptedException {
        processes.stop(services.get(service));
    }

    /** Ends a service without asking it (SIGKILL); the rest goes on. */
    public void kill(Service service) throws IOException, InterruptedException {
        processes.kill(services.get(service));
    }

    /** Starts a service that was ended again, at its address, and waits until it is ready. */
    public void start(Service service) throws SuiteFailure, IOException, InterruptedException {
        begin(service);
        new Readiness(http).await(services.get(service), addresses.url(service));
    }

    /** Ends PostgreSQL without asking it (SIGKILL), all of its processes with it; the services go on. */
    public void killDatabase() throws IOException, InterruptedException {
        processes.kill(server.process());
    }

    /** Starts PostgreSQL again after it was ended, with its data and at its port. */
    public void startDatabase() throws IOException, InterruptedException {
        server = startServer(Secrets.in(home.secrets()), server.port());
    }

    /** What FreeRADIUS shows vouchers-service. */
    public String radiusApiToken() {
        return environment.radiusApiToken();
    }

    /** The database behind the services. */
    public SuiteDatabase database() {
        return database;
    }

    /** The process of a service. */
    public ChildProcess process(Service service) {
        return services.get(service);
    }

    /** Stops everything in order: the entrances, the services, PostgreSQL. */
    public void stop() throws IOException, InterruptedException {
        closing.endAll();
    }

    private void begin(Service service) throws IOException, InterruptedException {
        var stage = service == Service.GATEWAY ? Stage.ENTRANCES : Stage.SERVICES;
        services.put(
                service,
                processes.start(
                        stage, () -> ServiceProcess.start(home, service, service.module(), environment.of(service))));
    }

    private void requireBuilt() throws SuiteFailure {
        var missing = Arrays.stream(Service.values())
                .filter(service -> !Files.exists(service.jar(home)))
                .map(Service::module)
                .toList();
        if (!missing.isEmpty()) {
            throw new SuiteFailure("Not built yet: " + String.join(", ", missing) + ". ./skytill up builds them.");
        }
    }

    private SuiteDatabase startDatabase(Secrets secrets, Ports ports)
            throws IOException, InterruptedException, SuiteFailure {
        int port = ports.tcp(PostgresServer.NAME);
        server = startServer(secrets, port);
        try {
            var prepared = SuiteDatabase.prepare(server, secrets, Service.schemas());
            progress.ready("PostgreSQL", "127.0.0.1:" + port);
            return prepared;
        } catch (SQLException e) {
            throw new SuiteFailure(
                    "PostgreSQL does not take the passwords of " + home.secrets() + " (" + e.getMessage()
                            + "). To begin afresh, without the data: rm -r " + home.directory(),
                    e);
        }
    }

    private PostgresServer startServer(Secrets secrets, int port) throws IOException, InterruptedException {
        return PostgresServer.start(home, secrets, port, starter -> processes.start(Stage.DATABASE, starter));
    }

    private void awaitServices() throws SuiteFailure, IOException, InterruptedException {
        var readiness = new Readiness(http);
        for (var entry : services.entrySet()) {
            var url = addresses.url(entry.getKey());
            readiness.await(entry.getValue(), url);
            progress.ready(entry.getKey().module(), url);
        }
    }

    private void publishCredentials(Optional<RadiusAccess> radius) throws IOException, InterruptedException {
        var credentials = new Credentials(
                addresses.url(Service.GATEWAY),
                ServiceEnvironment.ADMINISTRATOR,
                environment.administratorPassword(),
                ServiceEnvironment.CLIENT,
                environment.administratorClientSecret(),
                null,
                radius.orElse(null));
        closing.add(TokenRenewal.start(home, credentials, new TokenClient(http), progress)::interrupt);
    }
}
