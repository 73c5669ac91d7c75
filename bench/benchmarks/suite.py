"""auth-service and the gateway, as a production pod would run them."""
import base64
import os
import pathlib
import secrets
import shutil
import subprocess

from benchmarks import http
from benchmarks.processes import Failure, free_port, wait_until

# A pod of one or two cores and less than 1792 MB gets the serial collector from the JVM itself; here it is told. Both compilers on.
JAVA_OPTIONS = ["-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"]
SERVICES = ("PRODUCTS", "CUSTOMERS", "VOUCHERS", "LEADS")
CLIENT = "bench"


class Suite:
    """What the two share: addresses, secrets, and the database."""

    def __init__(self, options, processes, postgres):
        self.options, self.processes, self.postgres = options, processes, postgres
        self.auth_port, self.gateway_port = free_port(), free_port()
        self.auth_url, self.public_url = (f"http://127.0.0.1:{port}" for port in (self.auth_port, self.gateway_port))
        self.token_url, self.introspection_url = self.auth_url + "/oauth/token", self.auth_url + "/oauth/introspect"
        self.gateway_secret, self.client_secret = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self.database = schema_of(postgres, "auth")

    @property
    def gateway_authorization(self):
        """Of the client that introspects."""
        return http.basic("gateway", self.gateway_secret)

    @property
    def client_authorization(self):
        """Of a registered client, the first administrator's."""
        return http.basic(CLIENT, self.client_secret)

    def start_auth(self):
        return self.start("auth-service", self.auth_port, {
            **self.database,
            "SKYTILL_ENCRYPTION_KEYS": base64.b64encode(secrets.token_bytes(32)).decode(),
            "SKYTILL_BOOTSTRAP_USERNAME": "admin",
            "SKYTILL_BOOTSTRAP_PASSWORD": secrets.token_urlsafe(32),
            "SKYTILL_BOOTSTRAP_CLIENT_ID": CLIENT,
            "SKYTILL_BOOTSTRAP_CLIENT_SECRET": self.client_secret,
            "SKYTILL_BOOTSTRAP_REDIRECT_URL": self.public_url + "/console/",
            "SKYTILL_INTERNAL_CLIENTS_GATEWAY_SECRET": self.gateway_secret,
        })

    def start_gateway(self, service_url, access_log):
        """In front of one server that stands for every service but auth-service."""
        return self.start("gateway", self.gateway_port, {
            "SKYTILL_CLIENT_ID": "gateway",
            "SKYTILL_CLIENT_SECRET": self.gateway_secret,
            # The limit is counted, and never reached.
            "SKYTILL_GATEWAY_RATE_CLIENT_PER_SECOND": "1000000",
            "SKYTILL_GATEWAY_RATE_CLIENT_BURST": "1000000",
            "SKYTILL_GATEWAY_ACCESS_LOG_ENABLED": str(access_log).lower(),
            **{f"SKYTILL_SERVICES_{service}_URL": service_url for service in SERVICES},
        })

    def start(self, module, port, environment):
        common = {"SKYTILL_PUBLIC_URL": self.public_url, "SKYTILL_AUTH_URL": self.auth_url}
        return start_service(self.options, self.processes, module, port, {**common, **environment})

    def token(self):
        answer = http.post(self.token_url, self.client_authorization, "grant_type=client_credentials")
        return answer["access_token"]


def schema_of(postgres, schema):
    """A service's own schema and roles, as the suite has them; answers the environment that leads there."""
    migrator = f"{schema}_migrator"
    roles = {name: postgres.role(name) for name in (schema, migrator)}
    postgres.database("skytill", migrator)
    grant = f"ALTER DEFAULT PRIVILEGES FOR ROLE {migrator} IN SCHEMA {schema} GRANT"
    postgres.execute_in(
        "skytill", f"CREATE SCHEMA {schema} AUTHORIZATION {migrator}", f"GRANT USAGE ON SCHEMA {schema} TO {schema}",
        "CREATE SCHEMA extensions", "GRANT USAGE ON SCHEMA extensions TO PUBLIC", "CREATE EXTENSION pg_trgm SCHEMA extensions",
        f"{grant} SELECT, INSERT, UPDATE, DELETE ON TABLES TO {schema}", f"{grant} USAGE, SELECT, UPDATE ON SEQUENCES TO {schema}",
        *(f"ALTER ROLE {role} IN DATABASE skytill SET search_path = {schema}" for role in roles))
    return {
        "SKYTILL_DATABASE_URL": f"postgresql://127.0.0.1:{postgres.port}/skytill",
        "SKYTILL_DATABASE_USERNAME": schema,
        "SKYTILL_DATABASE_PASSWORD": roles[schema],
        "SKYTILL_DATABASE_MIGRATION_USERNAME": migrator,
        "SKYTILL_DATABASE_MIGRATION_PASSWORD": roles[migrator],
    }


def start_service(options, processes, module, port, environment, name=None):
    """One replica, ready."""
    common = {"QUARKUS_HTTP_HOST": "127.0.0.1", "QUARKUS_HTTP_PORT": str(port)}
    jar = options.root / module / "target/quarkus-app/quarkus-run.jar"
    command = [java(), *JAVA_OPTIONS, *options.java_option, "-jar", jar]
    process = processes.start(name or module, command, {**common, **environment, **dict(options.env)})
    wait_until(lambda: http.status(f"http://127.0.0.1:{port}/q/health/ready") == 200, process)
    return process


def require_built(root, *services):
    build = f"./mvnw -q -Dmaven.test.skip=true -pl {','.join(services)},local -am package"
    jars = [root / service / "target/quarkus-app/quarkus-run.jar" for service in services] + [root / "local/target/local.jar"]
    missing = [str(jar.relative_to(root)) for jar in jars if not jar.exists()]
    if missing:
        raise Failure(f"Not built yet: {', '.join(missing)}. To build:\n  {build}")
    newest = max(file.stat().st_mtime for module in ("platform", *services)
                 for file in (root / module / "src/main").rglob("*") if file.is_file())
    if newest > min(jar.stat().st_mtime for jar in jars[:-1]):
        print(f"The jars are older than their sources. To build them anew:\n  {build}\n")


def require_programs(*programs):
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        raise Failure(f"Not installed: {', '.join(missing)}. On Debian or Ubuntu: sudo apt-get install -y {' '.join(missing)}")


def java():
    """A JDK 25's java: JAVA_HOME's, the path's, or one where Debian's packages put it."""
    homes = [pathlib.Path(os.environ["JAVA_HOME"])] if "JAVA_HOME" in os.environ else []
    found = shutil.which("java")
    homes += [pathlib.Path(found).resolve().parents[1]] if found else []
    homes += sorted(pathlib.Path("/usr/lib/jvm").glob("*25*"))
    for home in homes:
        release = home / "release"
        if release.exists() and 'JAVA_VERSION="25' in release.read_text():
            return home / "bin/java"
    raise Failure("A JDK 25 is needed: set JAVA_HOME to one")


def java_version():
    said = subprocess.run([java(), "-version"], capture_output=True, text=True, check=True)
    return said.stderr.splitlines()[1]
