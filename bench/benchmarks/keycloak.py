"""Keycloak, in production mode, with the same PostgreSQL and the same JDK."""
import json
import secrets
import zipfile

from benchmarks import http
from benchmarks.processes import Failure, free_port, wait_until
from benchmarks.suite import java

REALM = "bench"
BUILD_OPTIONS = ["--db=postgres", "--cache=local"]
# Its own defaults are a heap of 64 to 512 MB and G1; the collector is auth-service's, so that it makes no difference.
JAVA_ENVIRONMENT = {"JAVA_OPTS_KC_HEAP": "-Xms512m -Xmx512m", "JAVA_OPTS_APPEND": "-XX:-UseG1GC -XX:+UseSerialGC"}


class Keycloak:
    """One server with one realm, in which one client gets tokens and another introspects them."""

    def __init__(self, archive, processes, postgres):
        if not archive.exists():
            version = archive.parent.name
            raise Failure(f"There is no {archive}. To fetch it:\n  ./mvnw dependency:get -Dtransitive=false"
                          f" -Dartifact=org.keycloak:keycloak-quarkus-dist:{version}:zip\nor run with --without-keycloak")
        self.archive, self.processes, self.postgres = archive, processes, postgres
        self.client_secret, self.gateway_secret = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self.password = postgres.role("keycloak")
        postgres.database("keycloak", "keycloak")
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/realms/{REALM}/protocol/openid-connect"
        self.client_authorization = http.basic("bench", self.client_secret)
        self.gateway_authorization = http.basic("gateway", self.gateway_secret)
        self.token_url, self.introspection_url = self.url + "/token", self.url + "/token/introspect"

    def start(self):
        with zipfile.ZipFile(self.archive) as packed:
            packed.extractall(self.processes.folder)
        home = self.processes.folder / self.archive.stem.replace("-quarkus-dist", "")
        (home / "data/import").mkdir(parents=True)
        (home / f"data/import/{REALM}.json").write_text(json.dumps(self.realm()))
        script = ["bash", home / "bin/kc.sh"]
        environment = {
            "JAVA_HOME": str(java().parents[1]), **JAVA_ENVIRONMENT,
            "KC_DB_URL": f"jdbc:postgresql://127.0.0.1:{self.postgres.port}/keycloak",
            "KC_DB_USERNAME": "keycloak", "KC_DB_PASSWORD": self.password,
        }
        build = self.processes.start("keycloak-build", [*script, "build", *BUILD_OPTIONS], environment)
        if build.process.wait():
            build.require_alive()
        process = self.processes.start("keycloak", [
            *script, "start", "--optimized", "--import-realm", "--http-enabled=true", "--http-host=127.0.0.1",
            f"--http-port={self.port}", "--hostname-strict=false", "--log-level=warn"], environment)
        wait_until(lambda: http.status(f"http://127.0.0.1:{self.port}/realms/{REALM}") == 200, process)
        return process

    def realm(self):
        def client(name, secret, service_account):
            return {"clientId": name, "secret": secret, "enabled": True, "publicClient": False, "standardFlowEnabled": False,
                    "clientAuthenticatorType": "client-secret", "serviceAccountsEnabled": service_account}

        return {"realm": REALM, "enabled": True, "sslRequired": "none", "accessTokenLifespan": 3600, "clients": [
            client("bench", self.client_secret, True), client("gateway", self.gateway_secret, False)]}
