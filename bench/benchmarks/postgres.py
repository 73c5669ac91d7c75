"""A PostgreSQL for one run, from the archive that the local runner brings."""
import lzma
import os
import platform
import secrets
import signal
import socket
import subprocess
import tarfile
import zipfile

from benchmarks.processes import Failure, free_port, wait_until

SETTINGS = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "max_connections": "150", "shared_buffers": "256MB"}


class Postgres:
    """A server with everything at its defaults but memory, and databases made before it starts."""

    def __init__(self, root, processes):
        self.processes = processes
        self.programs = unpacked(root, processes.folder / "postgresql")
        self.data = processes.folder / "data"
        self.port = free_port()
        self.statements = []
        # It refuses to run as root, so root runs it in a user namespace, as nobody.
        self.prefix = ["unshare", "-U"] if os.getuid() == 0 else []

    def role(self, name):
        """A new role; answers its password."""
        password = secrets.token_urlsafe(32)
        self.statements.append(f"CREATE ROLE {name} LOGIN PASSWORD '{password}'")
        return password

    def database(self, name, owner):
        self.statements.append(f"CREATE DATABASE {name} OWNER {owner}")

    def execute_in(self, database, *statements):
        self.statements += [(database, statement) for statement in statements]

    def start(self):
        password = self.processes.folder / "superuser"
        password.write_text(secrets.token_urlsafe(32))
        self.run("initdb", f"--pgdata={self.data}", f"--pwfile={password}", "--username=bench", "--auth=scram-sha-256",
                 "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        password.unlink()
        self.prepare()
        settings = [word for key, value in {**SETTINGS, "port": self.port}.items() for word in ("-c", f"{key}={value}")]
        process = self.processes.start("postgresql", [*self.prefix, self.programs / "bin/postgres", "-D", self.data, *settings],
                                       stop_signal=signal.SIGINT)
        wait_until(self.accepts, process)
        return process

    def prepare(self):
        """In single-user mode, which reads a statement a line: there is no psql in the archive."""
        for statement in self.statements:
            database, sql = statement if isinstance(statement, tuple) else ("postgres", statement)
            answer = self.run("postgres", "--single", "-D", str(self.data), database, words=sql + "\n")
            if "ERROR" in answer:
                raise Failure(f"PostgreSQL could not be prepared: {answer}")

    def run(self, program, *arguments, words=None):
        done = subprocess.run([*self.prefix, self.programs / "bin" / program, *arguments], input=words, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            raise Failure(f"{program} failed:\n{done.stdout}")
        return done.stdout

    def accepts(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            return True
        except OSError:
            return False


def unpacked(root, folder):
    kind = "arm64v8" if platform.machine() == "aarch64" else "amd64"
    archives = list((root / "local/target/lib").glob(f"embedded-postgres-binaries-linux-{kind}-[0-9]*.jar"))
    if len(archives) != 1:
        raise Failure(f"One PostgreSQL archive is needed in local/target/lib, there are {len(archives)}")
    with zipfile.ZipFile(archives[0]) as jar:
        name = next(name for name in jar.namelist() if name.endswith(".txz"))
        with jar.open(name) as packed, lzma.open(packed) as plain, tarfile.open(fileobj=plain, mode="r|") as tar:
            tar.extractall(folder)
    return folder
