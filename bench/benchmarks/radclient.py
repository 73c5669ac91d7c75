"""Load by radclient, some hundred packets at a time."""
import dataclasses
import os
import re
import subprocess
import time

from benchmarks.processes import TICKS, Failure

# radclient asks the kernel for an answer once for every packet that is still to be sent, each time one is answered: long files
# measure radclient.
PACKETS_A_FILE = 300
# What the packets need: to read all dictionaries takes it long.
DICTIONARIES = ("rfc2865", "rfc2866", "rfc2869", "freeradius.internal")
SUMMARY = re.compile(r"^\s*(Accepted|Rejected|Lost)\s*:\s*(\d+)\s*$", re.MULTILINE)
SENT = re.compile(r"^Sent Access-Request Id (\d+) from \S+:(\d+) ")
RECEIVED = re.compile(r"^Received (\S+) Id (\d+) from \S+ to \S+:(\d+) ")


@dataclasses.dataclass
class Answers:
    """What became of a load; seconds are those between the first packet's sending and the last one's answer."""
    accepted: int = 0
    rejected: int = 0
    lost: int = 0
    seconds: float = 0
    cpu_seconds: float = 0


class RadClient:
    """Routers of one side: its servers in turn, the same number of packets on the way to all of them together."""

    def __init__(self, folder, servers, parallel):
        self.folder, self.servers, self.parallel = folder, servers, parallel
        folder.mkdir(mode=0o700)
        (folder / "dictionary").write_text("".join(f"$INCLUDE /usr/share/freeradius/dictionary.{name}\n" for name in DICTIONARIES))
        self.secret = folder / "secret"
        self.secret.write_text(servers[0].secret + "\n")

    def logins(self, packets):
        return self.drive("auth", packets, [server.auth_port for server in self.servers])

    def accounting(self, packets):
        return self.drive("acct", packets, [server.accounting_port for server in self.servers])

    def classes(self, packets):
        """Logs in, and answers the Class of each login by its user's name."""
        classes, waiting, current = {}, {}, None
        for lines in self.chunks(packets, [server.auth_port for server in self.servers]):
            done = subprocess.run(self.command("auth") + ["-x"], input=lines, stdout=subprocess.PIPE, text=True, check=False)
            for line in done.stdout.splitlines():
                if sent := SENT.match(line):
                    current = sent.groups()
                elif received := RECEIVED.match(line):
                    if received[1] != "Access-Accept":
                        raise Failure(f"A login was answered {received[1]}")
                    current = (received[2], received[3])
                elif line.startswith("\tUser-Name = "):
                    waiting[current] = line.split('"')[1]
                elif line.startswith("\tClass = "):
                    classes[waiting.pop(current)] = line.split(" = ")[1]
        return classes

    def drive(self, kind, packets, ports):
        total = Answers()
        for lines in self.chunks(packets, ports):
            self.send(kind, lines, total)
        return total

    def chunks(self, packets, ports):
        for begin in range(0, len(packets), PACKETS_A_FILE):
            chunk = packets[begin:begin + PACKETS_A_FILE]
            yield "\n\n".join(f"Packet-Dst-Port = {ports[number % len(ports)]}\n{packet}" for number, packet in enumerate(chunk)) + "\n"

    def command(self, kind):
        return ["radclient", "-D", str(self.folder), "-S", str(self.secret), "-p", str(self.parallel), "-t", "10", "-r", "1", "-s",
                "127.0.0.1", kind]

    def send(self, kind, lines, total):
        file = self.folder / "packets"
        file.write_text(lines)
        process = subprocess.Popen(self.command(kind) + ["-q", "-f", str(file)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        # It opens its socket when it has read everything.
        while not has_socket(process.pid):
            time.sleep(0.001)
        begin, cpu = time.monotonic(), cpu_seconds(process.pid)
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        total.seconds += time.monotonic() - begin
        total.cpu_seconds += usage.ru_utime + usage.ru_stime - cpu
        figures = {name: int(value) for name, value in SUMMARY.findall(said)}
        if len(figures) != 3:
            raise Failure(f"radclient says:\n{said}")
        total.accepted += figures["Accepted"]
        total.rejected += figures["Rejected"]
        total.lost += figures["Lost"]


def has_socket(pid):
    try:
        return any(os.readlink(f"/proc/{pid}/fd/{fd}").startswith("socket:") for fd in os.listdir(f"/proc/{pid}/fd"))
    except FileNotFoundError:
        # Gone already, or a file that is closed by now.
        return not os.path.exists(f"/proc/{pid}/fd")


def cpu_seconds(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / TICKS
    except FileNotFoundError:
        return 0
