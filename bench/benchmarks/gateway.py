"""What a known token costs in the gateway, beside nginx with auth_request and a cache of 10 s."""
import pathlib
import tempfile

from benchmarks import http, nginx, report
from benchmarks.load import Target, measure as measured, warm_up
from benchmarks.postgres import Postgres
from benchmarks.processes import Failure, Processes
from benchmarks.suite import JAVA_OPTIONS, Suite, java_version, require_built, require_programs

PATH = "/api/v1/get_available_product_groups"
MOST = 1.5


def measure(options):
    require_built(options.root, "auth-service", "gateway")
    require_programs("nginx", "wrk")
    with tempfile.TemporaryDirectory(prefix="skytill-bench-") as folder, Processes(pathlib.Path(folder)) as processes:
        postgres = Postgres(options.root, processes)
        suite = Suite(options, processes, postgres)
        postgres.start()
        auth = suite.start_auth()
        access_log = not options.without_access_log
        service, service_address = nginx.start_service(processes)
        peer, peer_address = nginx.start_gateway(
            processes, service_address, f"127.0.0.1:{suite.auth_port}", suite.gateway_authorization, access_log)
        gateway = suite.start_gateway("http://" + service_address, access_log)
        bearer = "Bearer " + suite.token()
        sides = {
            "gateway": (gateway, Target(suite.public_url + PATH, bearer)),
            "nginx": (peer, Target(f"http://{peer_address}{PATH}", bearer)),
        }
        for name, (process, target) in sides.items():
            if http.get(target.url, bearer) != http.get(f"http://{service_address}/", bearer):
                raise Failure(f"{name} does not pass the service's answer on")
            warm_up(name, target, options.warm_up, options.connections)
            process.empty_log()
        rounds = {name: [] for name in sides}
        for number in range(options.rounds):
            # Each side is the first of a pair as often as the other.
            for name in sorted(sides, reverse=number % 2 == 1):
                process, target = sides[name]
                one = measured(target, options.seconds, options.connections, {"own": process, "service": service, "auth": auth})
                rounds[name].append(one)
                process.empty_log()
                print(f"Round {number + 1}, {name}: {one['cpu_us_per_request']['own']:.1f} µs a request", flush=True)
        tell(options, rounds)


def tell(options, rounds):
    def cpu(name, of):
        return report.median(rounds[name], lambda one: one["cpu_us_per_request"][of])

    ratio = cpu("gateway", "own") / cpu("nginx", "own")
    print()
    report.table(("median of rounds", "requests", "requests/s", "CPU µs/request", "the service's", "auth-service's"), [
        (name, f"{report.median(of, lambda one: one['requests']):.0f}",
         f"{report.median(of, lambda one: one['requests_per_second']):.0f}", f"{cpu(name, 'own'):.1f}",
         f"{cpu(name, 'service'):.1f}", f"{cpu(name, 'auth'):.1f}")
        for name, of in rounds.items()])
    print(f"\nThe gateway takes {ratio:.2f} × nginx's CPU time a request; at most {MOST} is wanted.")
    report.write(options.json or options.root / "bench/target/gateway.json", {
        "benchmark": "gateway", "machine": report.machine(options.root), "java": java_version(), "nginx": nginx.version(),
        "java_options": JAVA_OPTIONS + options.java_option, "environment": dict(options.env),
        "access_log": not options.without_access_log, "connections": options.connections, "seconds": options.seconds, "warm_up_requests": options.warm_up,
        "cpu_us_per_request": {name: cpu(name, "own") for name in rounds}, "ratio": ratio, "most": MOST, "rounds": rounds})
