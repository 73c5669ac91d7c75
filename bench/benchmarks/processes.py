"""Starts processes, knows their CPU time, and stops exactly them."""
import os
import random
import signal
import socket
import subprocess
import time

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE_SECONDS = 20


class Failure(Exception):
    """Something in the way, in words for the user."""


class Started:
    """One process and its children."""

    def __init__(self, name, process, log, stop_signal):
        self.name, self.process, self.log, self.stop_signal = name, process, log, stop_signal

    def cpu_seconds(self):
        """User and system time of the process, its children, and theirs; of those that ended too."""
        children, times = {}, {}
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    with open(f"/proc/{entry}/stat", encoding="ascii", errors="replace") as stat:
                        # The name, in parentheses, may hold anything.
                        fields = stat.read().rpartition(")")[2].split()
                except (FileNotFoundError, ProcessLookupError):
                    continue
                children.setdefault(int(fields[1]), []).append(int(entry))
                times[int(entry)] = sum(map(int, fields[11:15]))
        total, left = 0, [self.process.pid]
        while left:
            pid = left.pop()
            total += times.get(pid, 0)
            left += children.get(pid, [])
        return total / TICKS

    def require_alive(self):
        if self.process.poll() is not None:
            raise Failure(f"{self.name} has ended with exit code {self.process.returncode}:\n{self.tail()}")

    def empty_log(self):
        """A line a request fills a disk."""
        os.truncate(self.log, 0)

    def tail(self, lines=25):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(self.stop_signal)
            try:
                self.process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                # Its session's: what a script started too.
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()


class Processes:
    """All that a run has started, as a context: its end stops them, the last first."""

    def __init__(self, folder):
        self.folder, self.started = folder, []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.started):
            process.stop()

    def start(self, name, command, environment=None, stop_signal=signal.SIGTERM):
        log = self.folder / f"{name}.log"
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG", "TZ") if key in os.environ}
        # Ended by the kernel should this script be killed; out of the terminal's reach, so that Ctrl-C comes here only.
        tied = ["setpriv", "--pdeathsig", signal.Signals(stop_signal).name.removeprefix("SIG"), "--", *map(str, command)]
        # Appended to, so that it can be emptied while the process goes on.
        with open(log, "ab") as out:
            process = subprocess.Popen(tied, env={**kept, **(environment or {})}, cwd=self.folder, start_new_session=True,
                                       stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT)
        started = Started(name, process, log, stop_signal)
        self.started.append(started)
        return started


def free_port():
    """Below the ports that systems give to outgoing connections."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as candidate:
            try:
                candidate.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def wait_until(ready, process, seconds=180):
    """Polls until it is ready; fails when the process ends or the time is over."""
    deadline = time.monotonic() + seconds
    while not ready():
        process.require_alive()
        if time.monotonic() > deadline:
            raise Failure(f"{process.name} is not ready after {seconds} s:\n{process.tail()}")
        time.sleep(0.2)
