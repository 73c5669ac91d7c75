"""vouchers-service alone: vouchers need no other service once they are issued."""
import base64
import re
import secrets
import urllib.request

from benchmarks import psql
from benchmarks.processes import free_port
from benchmarks.suite import schema_of, start_service

# Nothing listens there, and nothing is asked for.
NOBODY = "http://127.0.0.1:9"
BUCKET = re.compile(r'^skytill_radius_answer_seconds_bucket\{(?=[^}]*path="(\w+)")[^}]*le="([^"]+)"[^}]*\} (\S+)$', re.MULTILINE)


class Vouchers:
    """Its replicas and their database."""

    def __init__(self, options, processes, postgres):
        self.options, self.processes, self.postgres = options, processes, postgres
        self.database = schema_of(postgres, "vouchers")
        self.api_token = secrets.token_urlsafe(32)
        self.environment = {
            **self.database,
            "SKYTILL_PUBLIC_URL": NOBODY, "SKYTILL_AUTH_URL": NOBODY, "SKYTILL_PRODUCTS_URL": NOBODY, "SKYTILL_CUSTOMERS_URL": NOBODY,
            "SKYTILL_PRODUCTS_PULL_EVERY": "off", "SKYTILL_CUSTOMERS_PULL_EVERY": "off",
            "SKYTILL_CLIENT_ID": "vouchers", "SKYTILL_CLIENT_SECRET": secrets.token_urlsafe(32),
            "SKYTILL_ENCRYPTION_KEYS": base64.b64encode(secrets.token_bytes(32)).decode(),
            "SKYTILL_RADIUS_API_TOKEN": self.api_token,
        }

    def start(self, name):
        """One more replica; answers it and its address."""
        port = free_port()
        process = start_service(self.options, self.processes, "vouchers-service", port, self.environment, name)
        return process, f"http://127.0.0.1:{port}"

    def issue(self, users):
        """A voucher for each: a month from its first use, a terabyte, one device."""
        self.sql(f"""
CREATE TEMPORARY TABLE codes (code text);
{psql.copy("codes", [(user.name,) for user in users])}
WITH issued AS (
    INSERT INTO identities (kind, login_key, status, download_kbps, upload_kbps, data_quota, validity_seconds, validity_starts, max_devices)
    SELECT 'VOUCHER', 'v:' || code, 'UNUSED', 4096, 1024, 1::bigint << 40, 2592000, 'FIRST_USE', 1 FROM codes ORDER BY code
    RETURNING identity_id, substr(login_key, 3) AS code)
INSERT INTO vouchers (voucher_id, code, product_id, product_code, product_name, price, issued_at)
SELECT identity_id, code, 1, 'month', 'A month', 100, now() FROM issued;
VACUUM ANALYZE identities, vouchers;
""")

    def sql(self, script):
        """Runs a script as the role that owns the tables; answers the lines that it gives."""
        return psql.run(
            self.postgres.port, "skytill", "vouchers_migrator", self.database["SKYTILL_DATABASE_MIGRATION_PASSWORD"], script)


def answer_times(url):
    """How many answers took at most so many seconds, by path; of a replica, since it started."""
    with urllib.request.urlopen(url + "/q/metrics", timeout=10) as answer:
        found = BUCKET.findall(answer.read().decode())
    times = {}
    for path, most, count in found:
        times.setdefault(path, {})[float(most.replace("+Inf", "inf"))] = float(count)
    return times
