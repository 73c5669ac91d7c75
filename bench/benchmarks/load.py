"""Load by wrk, and the CPU time that each process spent under it."""
import dataclasses
import json
import os
import pathlib
import subprocess
import time

from benchmarks.processes import Failure

SCRIPT = pathlib.Path(__file__).resolve().parents[1] / "load.lua"
LONGEST_WARM_UP_SECONDS = 180


@dataclasses.dataclass(frozen=True)
class Target:
    """What is asked for, and by whom.

    bodies: a file with a form per line, to be posted in turn; without it, a GET
    """
    url: str
    authorization: str
    bodies: pathlib.Path | None = None


def drive(target, seconds, connections):
    """wrk's summary of a load in which every request was answered well."""
    environment = {**os.environ, "LOAD_AUTHORIZATION": target.authorization}
    if target.bodies:
        environment["LOAD_BODIES"] = str(target.bodies)
    wrk = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", str(SCRIPT), target.url],
        env=environment, capture_output=True, text=True, check=False)
    if wrk.returncode:
        raise Failure(f"wrk failed: {wrk.stderr or wrk.stdout}")
    summary = json.loads(wrk.stdout.strip().splitlines()[-1])
    if summary["refused"] or summary["broken"] or not summary["requests"]:
        raise Failure(f"Not every request to {target.url} was answered well: {summary}")
    return summary


def warm_up(name, target, requests, connections):
    """So many requests, or three minutes of them: a JVM compiles what has run often, and measures nothing before."""
    begin, done = time.monotonic(), 0
    while done < requests and time.monotonic() - begin < LONGEST_WARM_UP_SECONDS:
        done += drive(target, 5, connections)["requests"]
    print(f"Warmed up {name}: {done} requests in {time.monotonic() - begin:.0f} s", flush=True)


def measure(target, seconds, connections, processes):
    """One round: the load, and the CPU time that each of the named processes spent in it."""
    before = {name: process.cpu_seconds() for name, process in processes.items()}
    summary = drive(target, seconds, connections)
    # The last answers' closing work.
    time.sleep(0.2)
    cpu = {name: process.cpu_seconds() - before[name] for name, process in processes.items()}
    return {
        "requests": summary["requests"],
        "requests_per_second": summary["requests"] / (summary["microseconds"] / 1e6),
        "median_ms": summary["median_ms"],
        "p99_ms": summary["p99_ms"],
        "cpu_us_per_request": {name: spent * 1e6 / summary["requests"] for name, spent in cpu.items()},
    }
