# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people would otherwise use, started here beside the product; and why one is left out where it is not installed.

nginx with nchan: `apt-get install nginx libnginx-mod-nchan`. What Node needs is fetched from npm, once, into a folder
of its own that git does not see; `./bench/run peers` does so.
"""

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from bench.processes import Running, free_port
from bench.programs import command

HERE = Path(__file__).parent
OTHERS = HERE / "others"
FETCHED = HERE / ".peers"
NCHAN = (
    Path("/usr/lib/nginx/modules/ngx_nchan_module.so"),
    Path("/usr/share/nginx/modules/ngx_nchan_module.so"),
)

NGINX = """\
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log error;
worker_rlimit_nofile 20000;
load_module {module};
events {{ worker_connections 19900; }}
http {{
  access_log off;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  client_max_body_size 4m; client_body_buffer_size 1m;
  nchan_shared_memory_size 256M;
  server {{
    listen 127.0.0.1:{port} backlog=4096;
    location = /pub {{ nchan_publisher; nchan_channel_id hall; nchan_message_buffer_length 1;
                       nchan_message_timeout 1m; }}
    location = /sub {{ nchan_subscriber eventsource; nchan_channel_id hall; nchan_subscriber_first_message newest;
                       nchan_eventsource_ping_interval 0; nchan_subscriber_timeout 0; }}
  }}
}}
"""


class Missing(Exception):
    """A peer that is not on this machine, and how to get it."""


def get() -> None:
    """Fetches what Node needs, when there is a Node."""
    npm = shutil.which("npm")
    if npm is None:
        raise Missing("Node (install nodejs and npm)")
    FETCHED.mkdir(exist_ok=True)
    shutil.copy(OTHERS / "package.json", FETCHED)
    subprocess.run([npm, "install", "--no-audit", "--no-fund"], cwd=FETCHED, check=True)


@functools.cache
def _node(package: str | None = None) -> str:
    node = shutil.which("node")
    if node is None:
        raise Missing("Node (install nodejs)")
    if package is None:
        return node
    tried = subprocess.run([node, "-e", f"require('{package}')"], env=_environment(), capture_output=True, check=False)
    if tried.returncode:
        raise Missing(f"{package} for Node (./bench/run peers)")
    return node


def _environment() -> Mapping[str, str]:
    return {**os.environ, "NODE_PATH": str(FETCHED / "node_modules")}


def floor(folder: Path) -> Running:
    """The bare write loop."""
    port = free_port()
    return Running([*command("floor"), str(port)], port, folder / "floor.log").up()


def nchan(folder: Path) -> Running:
    nginx, module = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin"), _nchan_module()
    if nginx is None or module is None:
        raise Missing("nginx with nchan (apt-get install nginx libnginx-mod-nchan)")
    port = free_port()
    own = folder / "nginx"
    own.mkdir()
    configuration = own / "nginx.conf"
    configuration.write_text(NGINX.format(folder=own, module=module, port=port), "utf-8")
    if os.geteuid() == 0:
        configuration.write_text("user root;\n" + configuration.read_text("utf-8"), "utf-8")
    return Running([nginx, "-p", own, "-c", configuration], port, folder / "nginx.log").up()


def _nchan_module() -> Path | None:
    return next((each for each in NCHAN if each.exists()), None)


def node_sse(folder: Path) -> Running:
    port = free_port()
    return Running([_node(), OTHERS / "sse.js", str(port)], port, folder / "node-sse.log").up()


def socket_io(folder: Path) -> Running:
    port = free_port()
    command_: list[str | Path] = [_node("socket.io"), OTHERS / "socketio.js", str(port)]
    return Running(command_, port, folder / "socketio.log", _environment()).up()


def node_stances(folder: Path, environment: Mapping[str, str] | None = None) -> Running:
    """Node with better-sqlite3, a commit for each."""
    port = free_port()
    command_: list[str | Path] = [_node("better-sqlite3"), OTHERS / "stances.js", str(port), folder / "node.sqlite3"]
    both = {**_environment(), **(environment or {})}
    return Running(command_, port, folder / "node-stances.log", both).up()


if __name__ == "__main__":
    try:
        get()
    except Missing as missing:
        sys.exit(f"cannot fetch: {missing}")
