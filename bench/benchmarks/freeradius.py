"""FreeRADIUS with the suite's own configuration, and as it comes with rlm_sql."""
import dataclasses
import pathlib
import secrets
import subprocess

from benchmarks import psql
from benchmarks.processes import Failure, Started, free_port, wait_until

# Debian's package freeradius-postgresql, untouched.
STOCK = pathlib.Path("/etc/freeradius/3.0/mods-config/sql/main/postgresql")
DATABASE_ROLE = "radius"
SITE = """
name = stock
prefix = /usr
libdir = /usr/lib/freeradius
confdir = {folder}
raddbdir = {folder}
logdir = {folder}
run_dir = {folder}
modconfdir = {folder}
max_request_time = 10
cleanup_delay = 5
max_requests = 65536
log {{
	destination = files
	file = ${{logdir}}/radius.log
	auth = no
}}
security {{
	max_attributes = 200
	reject_delay = 1
	status_server = yes
}}
# All threads and connections from the start, as in the suite's.
thread pool {{
	start_servers = 32
	max_servers = 32
	min_spare_servers = 1
	max_spare_servers = 32
	max_requests_per_server = 0
	auto_limit_acct = no
}}
client nas {{
	ipaddr = 127.0.0.1
	secret = {secret}
}}
modules {{
	pap {{ }}
	chap {{ }}
	mschap {{ }}
	expr {{ }}
	attr_filter attr_filter.access_reject {{
		key = "%{{User-Name}}"
		filename = {access_reject}
	}}
	# mods-available/sql without its comments, for PostgreSQL.
	sql {{
		dialect = "postgresql"
		driver = "rlm_sql_postgresql"
		postgresql {{
			send_application_name = yes
		}}
		server = "127.0.0.1"
		port = {database_port}
		login = "{role}"
		password = "{password}"
		radius_db = "{database}"
		acct_table1 = "radacct"
		acct_table2 = "radacct"
		postauth_table = "radpostauth"
		authcheck_table = "radcheck"
		groupcheck_table = "radgroupcheck"
		authreply_table = "radreply"
		groupreply_table = "radgroupreply"
		usergroup_table = "radusergroup"
		delete_stale_sessions = yes
		pool {{
			start = 32
			min = 32
			max = 32
			spare = 32
			uses = 0
			retry_delay = 30
			lifetime = 0
			idle_timeout = 0
		}}
		client_table = "nas"
		group_attribute = "SQL-Group"
		$INCLUDE {stock}/queries.conf
	}}
}}
server default {{
	listen {{
		type = auth
		ipaddr = 127.0.0.1
		port = {auth_port}
	}}
	listen {{
		type = acct
		ipaddr = 127.0.0.1
		port = {accounting_port}
	}}
	# Of sites-available/default what serves these users: no EAP, digest, realms, files, detail, or wtmp, which all take time.
	authorize {{
		chap
		mschap
		sql
		pap
	}}
	authenticate {{
		Auth-Type PAP {{
			pap
		}}
		Auth-Type CHAP {{
			chap
		}}
		Auth-Type MS-CHAP {{
			mschap
		}}
	}}
	preacct {{
		# As acct_unique of policy.d/accounting.
		update request {{
			&Acct-Unique-Session-Id := "%{{md5:%{{User-Name}},%{{Acct-Session-ID}},%{{%{{NAS-IPv6-Address}}:-%{{NAS-IP-Address}}}},%{{NAS-Identifier}},%{{NAS-Port-ID}},%{{NAS-Port}}}}"
		}}
	}}
	accounting {{
		sql
	}}
	session {{
		{session}
	}}
	post-auth {{
		sql
		Post-Auth-Type REJECT {{
			sql
			attr_filter.access_reject
		}}
	}}
}}
"""


@dataclasses.dataclass(frozen=True)
class Server:
    """One that is ready, and where its routers find it."""
    process: Started
    auth_port: int
    accounting_port: int
    secret: str


class Stock:
    """FreeRADIUS with rlm_sql, a database with its own schema, and the queries that it comes with."""

    def __init__(self, name, processes, postgres, password, simultaneous_use):
        self.name, self.processes, self.postgres, self.password = name, processes, postgres, password
        self.simultaneous_use = simultaneous_use
        postgres.database(name, DATABASE_ROLE)

    def fill(self, users):
        try:
            schema = (STOCK / "schema.sql").read_text()
        except OSError as missing:
            raise Failure(f"{missing}. On Debian: sudo apt-get install -y freeradius-postgresql (and be allowed to read its files)") from None
        columns = "(UserName, Attribute, op, Value)"
        checks = [(user.name, "Cleartext-Password", ":=", user.name) for user in users]
        if self.simultaneous_use:
            checks += [(user.name, "Simultaneous-Use", ":=", 1) for user in users]
        replies = [(user.name, attribute, "=", value) for user in users for attribute, value in (
            ("Session-Timeout", 2592000), ("Idle-Timeout", 600), ("Acct-Interim-Interval", 300),
            ("Mikrotik-Rate-Limit", "1024k/4096k"))]
        psql.run(self.postgres.port, self.name, DATABASE_ROLE, self.password, schema
                 + psql.copy("radcheck " + columns, checks) + psql.copy("radreply " + columns, replies) + "VACUUM ANALYZE;\n")

    def start(self, root):
        folder = self.processes.folder / self.name
        folder.mkdir(mode=0o700)
        server = {"auth_port": free_port(), "accounting_port": free_port(), "secret": secrets.token_urlsafe(24)}
        (folder / "radiusd.conf").write_text(SITE.format(
            folder=folder, stock=STOCK, role=DATABASE_ROLE, password=self.password, database=self.name,
            database_port=self.postgres.port, access_reject=root / "k8s/base/freeradius/raddb/access_reject",
            session="sql" if self.simultaneous_use else "", **server))
        return Server(started(self.processes, "freeradius-" + self.name, folder, folder), **server)


def start_ours(root, processes, name, api_url, api_token):
    """The suite's own configuration, as it is."""
    run_folder = processes.folder / name
    run_folder.mkdir(mode=0o700)
    raddb = root / "k8s/base/freeradius/raddb"
    server = {"auth_port": free_port(), "accounting_port": free_port(), "secret": secrets.token_urlsafe(24)}
    return Server(started(processes, name, raddb, run_folder, {
        "RADDB_DIR": str(raddb), "RADIUS_RUN_DIR": str(run_folder), "RADIUS_LISTEN": "127.0.0.1",
        "RADIUS_AUTH_PORT": str(server["auth_port"]), "RADIUS_ACCT_PORT": str(server["accounting_port"]),
        "RADIUS_CLIENTS": "127.0.0.1", "RADIUS_SECRET": server["secret"], "RADIUS_API_URL": api_url, "RADIUS_API_TOKEN": api_token,
    }), **server)


def started(processes, name, raddb, run_folder, environment=None):
    log = run_folder / "radius.log"
    process = processes.start(name, ["freeradius", "-d", raddb, "-f"], environment)
    try:
        wait_until(lambda: log.exists() and "Ready to process requests" in log.read_text(errors="replace"), process, seconds=20)
    except Failure as failure:
        raise Failure(f"{failure}\n{log.read_text(errors='replace') if log.exists() else ''}") from None
    return process


def version():
    said = subprocess.run(["freeradius", "-v"], capture_output=True, text=True, check=True).stdout
    return said.splitlines()[0].split("Version ")[1].split(",")[0]
