"""Logins and accounting of the suite's RADIUS path, beside FreeRADIUS with rlm_sql in the same PostgreSQL."""
import dataclasses
import itertools
import pathlib
import tempfile
import time

from benchmarks import freeradius, report
from benchmarks.postgres import Postgres
from benchmarks.processes import Failure, Processes
from benchmarks.radclient import RadClient
from benchmarks.suite import JAVA_OPTIONS, java_version, require_built, require_programs
from benchmarks.users import sessions, users
from benchmarks.vouchers import Vouchers, answer_times

WANTED = {"logins": 1.0, "accounting": 1.5}
OURS, PEER = "skytill", "rlm_sql"
# What a router of a peer's user sends back: as long as ours.
SOME_CLASS = "0x7374312f3132333435362f3132333435362f323032362d3031"


@dataclasses.dataclass
class Side:
    """One path: who sends to it, whose CPU time it takes, and the replicas that tell their times."""
    client: RadClient
    processes: dict
    replicas: list = dataclasses.field(default_factory=list)


def measure(options):
    require_built(options.root, "vouchers-service")
    require_programs("freeradius", "radclient", "psql", "setpriv")
    with tempfile.TemporaryDirectory(prefix="skytill-bench-") as folder, Processes(pathlib.Path(folder)) as processes:
        everybody = users(options.users + options.online)
        who, online = everybody[:options.users], everybody[options.users:]
        sides = start(options, processes, everybody)
        for name, side in sides.items():
            classes = side.client.classes([user.login() for user in online]) if side.replicas else {}
            answered(name, side.client.accounting([
                user.report(f"online{user.number}", "Start", 0, f"Class = {classes.get(user.name, SOME_CLASS)}") for user in online]))
        rounds = {name: [] for name in sides}
        for number in range(options.warm_up + options.rounds):
            # Each side is the first as often as the last.
            for name in sorted(sides, reverse=number % 2 == 1):
                one = play(options, name, sides[name], who, number)
                warming = number < options.warm_up
                print(f"{'Warming up' if warming else 'Round'} {number + 1}, {name}: " + ", ".join(
                    f"{phase} {figures['per_second']:.0f}/s" for phase, figures in one.items()), flush=True)
                if not warming:
                    rounds[name].append(one)
        tell(options, rounds)


def start(options, processes, everybody):
    postgres = Postgres(options.root, processes)
    vouchers = Vouchers(options, processes, postgres)
    password = postgres.role(freeradius.DATABASE_ROLE)
    peers = [freeradius.Stock(PEER, processes, postgres, password, False)]
    if options.simultaneous_use:
        peers.append(freeradius.Stock("rlm_sql_simultaneous", processes, postgres, password, True))
    database = postgres.start()
    sides, ours = {}, []
    for number in range(2 if options.two_replicas else 1):
        service, url = vouchers.start(f"vouchers-service-{number + 1}")
        ours.append((service, url, freeradius.start_ours(
            options.root, processes, f"freeradius-{number + 1}", url, vouchers.api_token)))
    vouchers.issue(everybody)
    for replicas in range(1, len(ours) + 1):
        services, urls, servers = zip(*ours[:replicas])
        name = OURS if replicas == 1 else f"{OURS}, two replicas"
        sides[name] = Side(
            RadClient(processes.folder / f"routers-{replicas}", servers, options.parallel),
            {"freeradius": [server.process for server in servers], "vouchers-service": services, "postgresql": [database]}, urls)
    for peer in peers:
        peer.fill(everybody)
        server = peer.start(options.root)
        sides[peer.name] = Side(RadClient(processes.folder / f"routers-{peer.name}", [server], options.parallel),
                                {"freeradius": [server.process], "postgresql": [database]})
    return sides


def play(options, name, side, who, number):
    """One round of a side: everybody logs in, and everybody has a session."""
    logins = [user.login() for user in who]
    one = {"logins": phase(name, side, "authorize", lambda: side.client.logins(logins))}
    classes = side.client.classes(logins) if side.replicas else dict.fromkeys((user.name for user in who), SOME_CLASS)
    packets = sessions(who, classes, options.interims, number)
    one["accounting"] = phase(name, side, "accounting", lambda: side.client.accounting(packets))
    return one


def phase(name, side, path, load):
    times, cpu, begin = histogram(side, path), spent(side), time.monotonic()
    answers = load()
    elapsed = time.monotonic() - begin
    answered(f"{name}, {path}", answers)
    cpu = {process: after - cpu[process] for process, after in spent(side).items()}
    cpu["radclient"] = answers.cpu_seconds
    slower = {most: after - times.get(most, 0) for most, after in histogram(side, path).items()}
    return {
        "answers": answers.accepted, "errors": answers.rejected + answers.lost, "seconds": answers.seconds,
        "with_pauses": elapsed, "per_second": answers.accepted / answers.seconds,
        "cpu_us": {process: seconds * 1e6 / answers.accepted for process, seconds in cpu.items()},
        "service_median_ms": quantile(slower, 0.5) * 1000 if slower else None,
        "service_p99_ms": quantile(slower, 0.99) * 1000 if slower else None,
    }


def answered(what, answers):
    if answers.rejected or answers.lost:
        raise Failure(f"{what}: {answers.rejected} rejected and {answers.lost} not answered, beside {answers.accepted} accepted")


def spent(side):
    return {name: sum(process.cpu_seconds() for process in of) for name, of in side.processes.items()}


def histogram(side, path):
    """Answers of all replicas that took at most so many seconds."""
    total = {}
    for url in side.replicas:
        for most, count in answer_times(url).get(path, {}).items():
            total[most] = total.get(most, 0) + count
    return total


def quantile(buckets, share):
    """Interpolated within its bucket."""
    wanted = share * max(buckets.values())
    for (low, below), (most, count) in itertools.pairwise([(0, 0), *sorted(buckets.items())]):
        if count >= wanted:
            return most if count == below else low + (most - low) * (wanted - below) / (count - below)
    raise Failure("A histogram has no last bucket")


def tell(options, rounds):
    print()
    ratios = {}
    for what, wanted in WANTED.items():
        rows = []
        for name, of in rounds.items():
            each = [one[what] for one in of]
            cpu = {process: report.median(each, lambda one: one["cpu_us"].get(process, 0))
                   for process in ("freeradius", "vouchers-service", "postgresql", "radclient")}
            latency = [f"{report.median(each, lambda one: one[key]):.2f}" if each[0][key] is not None else ""
                       for key in ("service_median_ms", "service_p99_ms")]
            rows.append((f"{what}, {name}", f"{report.median(each, lambda one: one['per_second']):.0f}",
                         f"{sum(one['errors'] for one in each)}", *(f"{us:.0f}" for us in cpu.values()),
                         f"{1e6 / (sum(cpu.values()) - cpu['radclient']):.0f}", *latency))
        report.table(("median of rounds", "a second", "errors", "CPU µs: freeradius", "vouchers-service", "postgresql", "radclient",
                      "a second and core", "service median ms", "p99 ms"), rows)
        ratios[what] = {"a second": ratio(rounds, what, lambda one: one["per_second"]),
                        "a second and core": ratio(rounds, what, per_core)}
        print(f"{what}: {ratios[what]['a second']:.2f} × rlm_sql's a second, {ratios[what]['a second and core']:.2f} × a second and core;"
              f" at least {wanted} is wanted.\n")
    report.write(options.json or options.root / "bench/target/radius.json", {
        "benchmark": "radius", "machine": report.machine(options.root), "java": java_version(), "freeradius": freeradius.version(),
        "java_options": JAVA_OPTIONS + options.java_option, "environment": dict(options.env), "users": options.users,
        "online": options.online, "interims": options.interims, "parallel": options.parallel, "warm_up": options.warm_up,
        "ratios": ratios, "wanted": WANTED, "rounds": rounds})


def ratio(rounds, what, of):
    ours, peer = (report.median(rounds[name], lambda one: of(one[what])) for name in (OURS, PEER))
    return ours / peer


def per_core(one):
    """Answers a second of CPU time, all servers' together."""
    return 1e6 / sum(us for name, us in one["cpu_us"].items() if name != "radclient")
