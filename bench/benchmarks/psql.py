"""Statements for a running PostgreSQL, by psql."""
import os
import subprocess

from benchmarks.processes import Failure


def run(port, database, role, password, script):
    """Runs a script that may hold COPY … FROM STDIN, and answers the lines that it gives; fails at its first error."""
    done = subprocess.run(
        ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(port), "-U", role, "-d", database, "-f", "-"],
        input=script, env={**os.environ, "PGPASSWORD": password, "PGOPTIONS": "-c client_min_messages=warning"}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise Failure(f"psql failed in {database}:\n{done.stdout}")
    return done.stdout.splitlines()


def copy(table, rows):
    """The part of a script that fills a table; no value may need to be quoted."""
    return f"COPY {table} FROM STDIN;\n" + "".join("\t".join(map(str, row)) + "\n" for row in rows) + "\\.\n"
