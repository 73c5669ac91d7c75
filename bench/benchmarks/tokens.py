"""What tokens and introspections cost in auth-service, beside Keycloak."""
import itertools
import pathlib
import tempfile

from benchmarks import http, report
from benchmarks.keycloak import JAVA_ENVIRONMENT, Keycloak
from benchmarks.load import Target, measure as measured, warm_up
from benchmarks.postgres import Postgres
from benchmarks.processes import Failure, Processes
from benchmarks.suite import JAVA_OPTIONS, Suite, java_version, require_built, require_programs

GRANT = http.form({"grant_type": "client_credentials"})
# As many as are introspected in turn.
TOKENS = 50
# keycloak.org, "Concepts for sizing CPU and memory resources": a vCPU for 120 client_credentials a second, mostly TLS handshakes.
PUBLISHED_TOKENS_PER_CORE = 120


def measure(options):
    require_built(options.root, "auth-service", "gateway")
    require_programs("wrk")
    with tempfile.TemporaryDirectory(prefix="skytill-bench-") as folder, Processes(pathlib.Path(folder)) as processes:
        postgres = Postgres(options.root, processes)
        servers = {"auth-service": Suite(options, processes, postgres)}
        if not options.without_keycloak:
            servers["keycloak"] = Keycloak(options.keycloak, processes, postgres)
        database = postgres.start()
        sides = {}
        for name, server in servers.items():
            process = server.start_auth() if name == "auth-service" else server.start()
            for what, target in targets(name, server, processes.folder).items():
                sides[what, name] = ({"own": process, "postgresql": database}, target)
        for (what, name), (_, target) in sides.items():
            warm_up(f"{name}, {what}", target, options.warm_up, options.connections)
        tell(options, play(options, sides))


def targets(name, server, folder):
    """Both loads of one server, after a look at what it answers."""
    grant, bodies = folder / f"{name}.grant", folder / f"{name}.tokens"
    grant.write_text(GRANT + "\n")
    tokens = [http.post(server.token_url, server.client_authorization, GRANT)["access_token"] for _ in range(TOKENS)]
    bodies.touch(mode=0o600)
    bodies.write_text("".join(http.form({"token": token}) + "\n" for token in tokens))
    for token in tokens:
        if not http.post(server.introspection_url, server.gateway_authorization, http.form({"token": token}))["active"]:
            raise Failure(f"{name} does not know its own token")
    return {"client_credentials": Target(server.token_url, server.client_authorization, grant),
            "introspection": Target(server.introspection_url, server.gateway_authorization, bodies)}


def play(options, sides):
    rounds = {side: [] for side in sides}
    for number in range(options.rounds):
        # What is compared is measured one after the other, each as often first as second.
        for side in sorted(sorted(sides, reverse=number % 2 == 1), key=lambda side: side[0]):
            processes, target = sides[side]
            one = measured(target, options.seconds, options.connections, processes)
            rounds[side].append(one)
            print(f"Round {number + 1}, {side[1]}, {side[0]}: {per_core(one):.0f} a second and core", flush=True)
    return rounds


def per_core(one):
    """Requests a second of CPU time, the server's and PostgreSQL's together."""
    return 1e6 / sum(one["cpu_us_per_request"].values())


def tell(options, rounds):
    print()
    report.table(("median of rounds", "requests", "a second and core", "CPU µs/request", "PostgreSQL's", "both's", "p99 ms"), [
        (f"{name}, {what}", f"{report.median(of, lambda one: one['requests']):.0f}", f"{report.median(of, per_core):.0f}",
         f"{cpu(of, 'own'):.0f}", f"{cpu(of, 'postgresql'):.0f}", f"{1e6 / report.median(of, per_core):.0f}",
         f"{report.median(of, lambda one: one['p99_ms']):.1f}")
        for (what, name), of in sorted(rounds.items())])
    print()
    ratios = {}
    for what, names in itertools.groupby(sorted(rounds), key=lambda side: side[0]):
        medians = {name: report.median(rounds[what, name], per_core) for _, name in names}
        peer = medians.get("keycloak", PUBLISHED_TOKENS_PER_CORE if what == "client_credentials" else None)
        if peer:
            ratios[what] = medians["auth-service"] / peer
            kind = "Keycloak's" if "keycloak" in medians else f"Keycloak's published {PUBLISHED_TOKENS_PER_CORE}"
            print(f"{what}: auth-service does {ratios[what]:.2f} × {kind} a second and core.")
    report.write(options.json or options.root / "bench/target/tokens.json", {
        "benchmark": "tokens", "machine": report.machine(options.root), "java": java_version(),
        "keycloak": None if options.without_keycloak else options.keycloak.parent.name,
        "java_options": {"auth-service": JAVA_OPTIONS + options.java_option, "keycloak": JAVA_ENVIRONMENT},
        "environment": dict(options.env), "connections": options.connections, "seconds": options.seconds,
        "warm_up_requests": options.warm_up, "ratios": ratios,
        "rounds": {f"{what} {name}": of for (what, name), of in rounds.items()}})


def cpu(rounds, of):
    return report.median(rounds, lambda one: one["cpu_us_per_request"][of])
