"""The command line: which benchmark, how long, against what."""
import argparse
import pathlib
import signal
import sys

from benchmarks import batch, gateway, radius, tokens

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEYCLOAK = "org/keycloak/keycloak-quarkus-dist/26.5.5/keycloak-quarkus-dist-26.5.5.zip"


def main(arguments):
    options = parser().parse_args(arguments)
    # So that what was started is stopped: by default, SIGTERM ends Python at once.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("bench: terminated"))
    options.benchmark(options)


def parser():
    top = argparse.ArgumentParser(prog="bench/run", description="Measures Skytill beside its peers, by CPU time.")
    commands = top.add_subparsers(required=True)
    one = commands.add_parser("gateway", help="a known token through the gateway, and through nginx with auth_request")
    common(one, rounds=5, seconds=8, warm_up=600_000, connections=64)
    one.add_argument("--without-access-log", action="store_true", help="neither side writes a line a request")
    one.set_defaults(benchmark=gateway.measure)
    two = commands.add_parser("tokens", help="client_credentials and introspections of auth-service, and of Keycloak")
    common(two, rounds=5, seconds=8, warm_up=60_000, connections=16)
    two.add_argument("--keycloak", type=pathlib.Path, metavar="ZIP", help="its distribution (Maven's local repository's)",
                     default=pathlib.Path.home() / ".m2/repository" / KEYCLOAK)
    two.add_argument("--without-keycloak", action="store_true", help="compare with its published 120 tokens/s per vCPU")
    two.set_defaults(benchmark=tokens.measure)
    three = commands.add_parser("radius", help="logins and accounting by RADIUS, and by FreeRADIUS with rlm_sql")
    any_benchmark(three, rounds=5)
    three.add_argument("--users", type=int, default=5000, help="who log in and have a session in each round (%(default)s)")
    three.add_argument("--online", type=int, default=2000, help="others, whose sessions are open all the time (%(default)s)")
    three.add_argument("--interims", type=int, default=4, help="Interim-Updates between a session's Start and Stop (%(default)s)")
    three.add_argument("--parallel", type=int, default=16, help="packets on the way (%(default)s)")
    three.add_argument("--warm-up", type=int, default=2, help="rounds that don't count (%(default)s)")
    three.add_argument("--two-replicas", action="store_true", help="also two FreeRADIUS with a vouchers-service each")
    three.add_argument("--simultaneous-use", action="store_true", help="also rlm_sql that counts a user's sessions at login")
    three.set_defaults(benchmark=radius.measure)
    four = commands.add_parser("batch", help="a batch of vouchers, and COPY of as many into the same tables")
    any_benchmark(four, rounds=5)
    four.add_argument("--vouchers", type=int, default=100_000, help="in a round of each side (%(default)s)")
    four.add_argument("--warm-up", type=int, default=2, help="rounds that don't count (%(default)s)")
    four.set_defaults(benchmark=batch.measure)
    return top


def common(command, rounds, seconds, warm_up, connections):
    any_benchmark(command, rounds)
    command.add_argument("--seconds", type=int, default=seconds, help="a round (%(default)s)")
    command.add_argument("--warm-up", type=int, default=warm_up, help="requests before the first round (%(default)s)")
    command.add_argument("--connections", type=int, default=connections, help="of wrk (%(default)s)")


def any_benchmark(command, rounds):
    command.add_argument("--rounds", type=int, default=rounds, help="of each side, in alternation (%(default)s)")
    command.add_argument("--env", action="append", default=[], metavar="KEY=VALUE", type=pair,
                         help="a variable for the suite's services; repeatable")
    command.add_argument("--java-option", action="append", default=[], metavar="OPTION",
                         help="one more for the JVM under test, as --java-option=-XX:+UseG1GC; repeatable")
    command.add_argument("--json", type=pathlib.Path, help="where the figures go (bench/target/<benchmark>.json)")
    command.set_defaults(root=ROOT)


def pair(text):
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise argparse.ArgumentTypeError(f"{text} is not KEY=VALUE")
    return key, value
