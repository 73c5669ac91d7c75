"""A batch of vouchers as vouchers-service issues it, beside COPY of as many into the same tables."""
import pathlib
import random
import tempfile

from benchmarks import psql, report
from benchmarks.postgres import Postgres
from benchmarks.processes import Failure, Processes
from benchmarks.suite import JAVA_OPTIONS, java_version, require_built, require_programs
from benchmarks.vouchers import Vouchers

WANTED = 0.5
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
PRODUCT = "11, 'DAY', 'Day pass', 10.00"
# What add_hotspot_voucher_batch writes when it is applied: the rest is the service's.
ADD = """
WITH added AS (
    INSERT INTO voucher_batches (quantity, product_id, product_code, product_name, price, download_kbps, upload_kbps, data_quota,
        validity_seconds, validity_starts, max_devices, comment, created_at)
    VALUES ({vouchers}, {product}, 4096, 1024, 1000000000, 86400, 'FIRST_USE', 1, 'for the camp', now())
    RETURNING batch_id)
INSERT INTO voucher_batch_states (batch_id, status, next_attempt_at) SELECT batch_id, 'QUEUED', now() FROM added RETURNING batch_id;
"""
# A statement sees what has been committed until it begins.
AWAIT = """
DO $$ BEGIN
    WHILE EXISTS (SELECT FROM voucher_batch_states WHERE status IN ('QUEUED', 'RUNNING')) LOOP
        PERFORM pg_sleep(0.002);
    END LOOP;
END $$;
"""
CLOCK = "SELECT extract(epoch FROM clock_timestamp());\n"


def measure(options):
    require_built(options.root, "vouchers-service")
    require_programs("psql", "setpriv")
    with tempfile.TemporaryDirectory(prefix="skytill-bench-") as folder, Processes(pathlib.Path(folder)) as processes:
        postgres = Postgres(options.root, processes)
        vouchers = Vouchers(options, processes, postgres)
        database = postgres.start()
        service, _ = vouchers.start("vouchers-service")
        sides = {"batch": batch, "copy": copy}
        rounds = {name: [] for name in sides}
        for number in range(options.warm_up + options.rounds):
            # Each side is the first as often as the other.
            for name in sorted(sides, reverse=number % 2 == 1):
                before = service.cpu_seconds(), database.cpu_seconds()
                seconds = sides[name](options, vouchers)
                after = service.cpu_seconds(), database.cpu_seconds()
                one = {"seconds": seconds, "per_second": options.vouchers / seconds,
                       "service_cpu_seconds": after[0] - before[0], "postgresql_cpu_seconds": after[1] - before[1]}
                warming = number < options.warm_up
                print(f"{'Warming up' if warming else 'Round'} {number + 1}, {name}: {one['per_second']:.0f} vouchers/s", flush=True)
                if not warming:
                    rounds[name].append(one)
        tell(options, rounds)


def batch(options, vouchers):
    """Seconds from when it is being queued until all of its vouchers are seen."""
    begin, batch_id, end = vouchers.sql(CLOCK + ADD.format(vouchers=options.vouchers, product=PRODUCT) + AWAIT + CLOCK)
    (there,) = vouchers.sql(f"SELECT count(*) FROM vouchers JOIN identities ON identity_id = voucher_id WHERE batch_id = {batch_id};")
    if int(there) != options.vouchers:
        raise Failure(f"{there} vouchers of batch {batch_id} are there:\n" + "\n".join(vouchers.sql("TABLE voucher_batch_states;")))
    return float(end) - float(begin)


def copy(options, vouchers):
    """Seconds in which two COPY write the same of as many vouchers, whose codes and IDs are there before, and commit."""
    first = int(vouchers.sql("SELECT nextval('identities_identity_id_seq');")[0])
    last = first + options.vouchers - 1
    vouchers.sql(f"SELECT setval('identities_identity_id_seq', {last});")
    source = random.SystemRandom()
    codes = ["".join(source.choices(ALPHABET, k=9)) for _ in range(options.vouchers)]
    identities = [(number, "VOUCHER", f"v:{code}", "UNUSED", 4096, 1024, 1000000000, 86400, "FIRST_USE", 1)
                  for number, code in enumerate(codes, first)]
    issued = [(number, f"{code[:3]}-{code[3:6]}-{code[6:]}", 11, "DAY", "Day pass", "10.00", "for the camp", 0, "2026-01-01T08:00:00Z")
              for number, code in enumerate(codes, first)]
    begin, end = vouchers.sql("".join([
        CLOCK, "BEGIN;\n",
        psql.copy("identities (identity_id, kind, login_key, status, download_kbps, upload_kbps, data_quota, validity_seconds,"
                  " validity_starts, max_devices)", identities),
        psql.copy("vouchers (voucher_id, code, product_id, product_code, product_name, price, comment, batch_id, issued_at)", issued),
        "COMMIT;\n", CLOCK]))
    return float(end) - float(begin)


def tell(options, rounds):
    print()
    report.table(("median of rounds", "vouchers/s", "of all rounds", "CPU s: vouchers-service", "PostgreSQL"), [
        (name, f"{speed(of):.0f}", f"{min(each(of)):.0f} to {max(each(of)):.0f}",
         f"{report.median(of, lambda one: one['service_cpu_seconds']):.2f}",
         f"{report.median(of, lambda one: one['postgresql_cpu_seconds']):.2f}")
        for name, of in rounds.items()])
    ratio = speed(rounds["batch"]) / speed(rounds["copy"])
    print(f"\nA batch of {options.vouchers} is issued at {ratio:.2f} × COPY's rate; at least {WANTED} is wanted.")
    report.write(options.json or options.root / "bench/target/batch.json", {
        "benchmark": "batch", "machine": report.machine(options.root), "java": java_version(),
        "java_options": JAVA_OPTIONS + options.java_option, "environment": dict(options.env), "vouchers": options.vouchers,
        "warm_up": options.warm_up, "ratio": ratio, "wanted": WANTED, "rounds": rounds})


def each(rounds):
    return [one["per_second"] for one in rounds]


def speed(rounds):
    return report.median(rounds, lambda one: one["per_second"])
