"""nginx twice: as the service behind both gateways, and as the gateway's peer."""
import re
import subprocess

from benchmarks import http
from benchmarks.processes import free_port, wait_until

ANSWER = '{"data":[{"product_group":"prepaid","description":"Prepaid vouchers"}],"next_page":null}'

# keepalive_*: neither side's connections are to be opened anew in the middle of a round.
FRAME = """
daemon off; worker_processes 1; pid {folder}/{name}.pid; error_log stderr warn;
{user}
events {{ worker_connections 4096; }}
http {{
  log_format line escape=json {line};
  access_log {access_log}; default_type application/json; keepalive_requests 1000000000; keepalive_timeout 600s;
  client_body_temp_path {folder}/{name}-body; proxy_temp_path {folder}/{name}-proxy; fastcgi_temp_path {folder}/{name}-fastcgi;
  uwsgi_temp_path {folder}/{name}-uwsgi; scgi_temp_path {folder}/{name}-scgi;
  {http}
}}
"""

# What the gateway's line has, but the operation, the client and the service's name.
LINE = """'{"at":"$time_iso8601","request_id":"$request_id","remote":"$remote_addr","method":"$request_method","path":"$uri",'
    '"status":$status,"bytes":$body_bytes_sent,"time":$request_time,"upstream_time":"$upstream_response_time"}'"""

SERVICE = """
  server {{ listen 127.0.0.1:{port}; location / {{ return 200 '{answer}'; }} }}
"""

GATEWAY = """
  proxy_cache_path {folder}/tokens levels=1:2 keys_zone=tokens:10m;
  upstream service {{ server {service}; keepalive 64; keepalive_requests 1000000000; keepalive_timeout 600s; }}
  upstream auth {{ server {auth}; keepalive 8; }}
  # auth_request has no request body to read the token from, and the introspection wants one.
  map $http_authorization $bearer {{ "~^Bearer (?<token>[A-Za-z0-9_~.-]+)$" $token; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{ return 404; }}
    proxy_http_version 1.1;
    location /api/v1/ {{
      auth_request /token;
      # Keeps the connections; here, since a location with headers of its own inherits none.
      proxy_set_header Connection "";
      proxy_set_header X-Request-Id $request_id;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-Host $host;
      add_header X-Request-Id $request_id;
      add_header Cache-Control no-store;
      proxy_pass http://service;
    }}
    location = /token {{
      internal;
      proxy_pass http://auth/oauth/introspect;
      proxy_method POST;
      proxy_pass_request_headers off;
      proxy_set_header Connection "";
      proxy_set_header Authorization "{authorization}";
      proxy_set_header Content-Type application/x-www-form-urlencoded;
      proxy_set_body "token=$bearer";
      proxy_cache tokens;
      proxy_cache_methods POST;
      proxy_cache_key $bearer;
      proxy_cache_lock on;
      proxy_cache_valid 200 10s;
      proxy_ignore_headers Cache-Control Expires;
    }}
  }}
"""


def start_service(processes):
    """A server that answers everything with one small JSON document; its process and its address."""
    port = free_port()
    process = start(processes, "service", SERVICE.format(port=port, answer=ANSWER))
    wait_until(lambda: http.status(f"http://127.0.0.1:{port}/") == 200, process)
    return process, f"127.0.0.1:{port}"


def start_gateway(processes, service, auth, authorization, access_log):
    """A gateway that asks auth-service about each token every 10 s; its process and its address."""
    port = free_port()
    text = GATEWAY.format(port=port, service=service, auth=auth, authorization=authorization, folder=processes.folder)
    process = start(processes, "nginx", text, "/dev/stdout line" if access_log else "off")
    wait_until(lambda: http.status(f"http://127.0.0.1:{port}/") == 404, process)
    return process, f"127.0.0.1:{port}"


def start(processes, name, http_part, access_log="off"):
    file = processes.folder / f"{name}.conf"
    file.touch(mode=0o600)
    user = "user root;" if processes.folder.owner() == "root" else ""
    file.write_text(FRAME.format(folder=processes.folder, name=name, user=user, http=http_part, line=LINE,
                                 access_log=access_log))
    return processes.start(name, ["nginx", "-c", file, "-e", "stderr"])


def version():
    said = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True)
    return re.search(r"nginx/\S+", said.stderr).group()
