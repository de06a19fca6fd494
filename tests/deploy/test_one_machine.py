# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One machine: the unit, the proxies with TLS and the containers with SQLite, as we deliver them."""

import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from leerlandschap.cli import parser
from leerlandschap.cli.workers import GRACE
from leerlandschap.settings import LONGEST_LEAVE, PREFIX, from_environment
from tests.deploy.test_delivered import SETTINGS
from tests.proxy import nginx
from tests.server import PATIENCE, Group, Server, free_port, serving

DEPLOY = Path(__file__).parents[2] / "docs/deploy"
UNIT = (DEPLOY / "leerlandschap.service").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.sqlite.yaml").read_text("utf-8"))
CADDY = (DEPLOY / "Caddyfile").read_text("utf-8")
NGINX = (DEPLOY / "nginx-tls.conf").read_text("utf-8")


def of_the_unit(name: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)$", UNIT, re.MULTILINE)


def test_the_unit_starts_the_program_with_settings_that_it_knows() -> None:
    (starts,), (sets,) = of_the_unit("ExecStart"), of_the_unit("Environment")
    settings = from_environment({}, dict(each.split("=", 1) for each in sets.split()))
    program, *options = starts.split()
    assert (program, parser().parse_args(options).no_open) == ("/opt/leerlandschap/bin/leerlandschap", True)
    assert (settings.host, settings.port, str(settings.data)) == ("127.0.0.1", 8000, "/var/lib/leerlandschap")
    assert of_the_unit("StateDirectory") == [settings.data.name]
    assert set(re.findall(rf"{PREFIX}[A-Z_]+", UNIT)) - SETTINGS == set()


def test_the_unit_waits_longer_than_leaving_can_take() -> None:
    (patience,) = of_the_unit("TimeoutStopSec")
    assert int(patience.removesuffix("s")) >= GRACE + LONGEST_LEAVE


def test_the_unit_gives_the_program_no_more_than_it_needs() -> None:
    asked = {name: of_the_unit(name) for name in ("DynamicUser", "ProtectSystem", "ProtectHome", "NoNewPrivileges")}
    assert asked == {
        "DynamicUser": ["yes"],
        "ProtectSystem": ["strict"],
        "ProtectHome": ["yes"],
        "NoNewPrivileges": ["yes"],
    }
    assert of_the_unit("CapabilityBoundingSet") == [""]


def test_containers_start_with_settings_that_there_are_and_keep_the_database() -> None:
    web, proxy = COMPOSE["services"]["web"], COMPOSE["services"]["proxy"]
    filled = {name: re.sub(r"\$\{[^}]*:-([^}]*)\}", r"\1", value) for name, value in web["environment"].items()}
    filled = {name: re.sub(r"\$\{[^}]*\}", "leren.example", value) for name, value in filled.items()}
    settings = from_environment({}, filled)
    assert set(web["environment"]) - SETTINGS == set()
    assert (settings.base_url, settings.database, settings.log) == ("https://leren.example", None, "json")
    assert (web["volumes"], sorted(COMPOSE["volumes"])) == (["data:/data"], ["certificates", "data"])
    assert ("ports" in web, proxy["image"]) == (False, "caddy:2")
    assert proxy["environment"] == {"SITE": web["environment"][f"{PREFIX}PUBLIC_URL"][8:], "LEERLANDSCHAP": "web:8000"}


def test_both_proxies_know_where_it_listens_and_keep_figures_and_addresses_to_themselves() -> None:
    (sets,) = of_the_unit("Environment")
    settings = from_environment({}, dict(each.split("=", 1) for each in sets.split()))
    here = f"{settings.host}:{settings.port}"
    assert (
        re.findall(r"reverse_proxy \{\$LEERLANDSCHAP:(\S+)\}", CADDY)
        == re.findall(r"^\s*server (\S+:\d+);", NGINX, re.M)
        == [here]
    )
    assert ("respond @figures 404" in CADDY, "flush_interval -1" in CADDY) == (True, True)
    assert (NGINX.count("access_log off;"), "exclude http.log.error http.log.access" in CADDY) == (2, True)


class Behind:
    """The server behind nginx with a certificate made for this test."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.folder, self.port, self.plain = folder, free_port(), free_port()
        self.url = f"https://127.0.0.1:{self.port}"
        self.trusted = self._certificate()
        changes = {
            "listen 80;": f"listen 127.0.0.1:{self.plain};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.port} ssl http2;",
            "server 127.0.0.1:8000;": f"server 127.0.0.1:{server.port};",
            "/etc/letsencrypt/live/leren.example/fullchain.pem": str(folder / "certificate.pem"),
            "/etc/letsencrypt/live/leren.example/privkey.pem": str(folder / "key.pem"),
            "/var/log/nginx/leerlandschap.log": str(folder / "site.log"),
            "    listen [::]:80;\n": "",
            "    listen [::]:443 ssl http2;\n": "",
        }
        site = NGINX
        for delivered, tested in changes.items():
            assert site.count(delivered) == 1, delivered
            site = site.replace(delivered, tested)
        (folder / "site.conf").write_text(site, "utf-8")
        around = f"pid {folder}/nginx.pid; events {{}} http {{ include {folder}/site.conf; }}"
        (folder / "nginx.conf").write_text(around, "utf-8")
        self.command = [nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]

    def _certificate(self) -> ssl.SSLContext:
        if shutil.which("openssl") is None:
            pytest.fail("This test makes a certificate and there is no openssl: apt-get install openssl")
        asked = (
            "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
        )
        files = ["-keyout", str(self.folder / "key.pem"), "-out", str(self.folder / "certificate.pem")]
        subprocess.run([*asked.split(), *files], check=True, capture_output=True)
        return ssl.create_default_context(cafile=str(self.folder / "certificate.pem"))

    def until_it_answers(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                httpx.get(f"{self.url}/health", verify=self.trusted)
                return
            except httpx.TransportError:
                time.sleep(0.05)


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    port = free_port()
    data = tmp_path_factory.mktemp("one")
    with serving(data, environment={"LEERLANDSCHAP_PUBLIC_URL": f"https://127.0.0.1:{port}"}) as server:
        here = Behind(tmp_path_factory.mktemp("tls"), server)
        process = subprocess.Popen([*here.command, "-g", "daemon off;"])
        try:
            here.until_it_answers()
            yield here
        finally:
            process.terminate()
            process.wait(timeout=10)


def test_people_come_by_https_only_and_browsers_are_told_so(behind: Behind) -> None:
    plain = httpx.get(f"http://127.0.0.1:{behind.plain}/?a=b")
    assert (plain.status_code, plain.headers["location"]) == (301, "https://127.0.0.1/?a=b")
    safe = httpx.get(behind.url, verify=behind.trusted)
    assert (safe.status_code, safe.headers.get_list("strict-transport-security")) == (200, ["max-age=31536000"])


def test_it_speaks_http_2(behind: Behind) -> None:
    offers = ssl.create_default_context(cafile=str(behind.folder / "certificate.pem"))
    offers.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("127.0.0.1", behind.port)) as line,
        offers.wrap_socket(line, server_hostname="127.0.0.1") as wrapped,
    ):
        assert wrapped.selected_alpn_protocol() == "h2"


def test_a_frame_comes_through_when_it_is_made_and_figures_do_not(behind: Behind) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(behind.folder / "certificate.pem"))
        group = Group(behind.url, 1)
    with group.client.stream("GET", f"{group.path}/stream?as=json", headers=bearer(group)) as stream:
        lines = stream.iter_lines()
        next(lines)
        group.lead("OpenStatements")
        assert any('"moment":"vote"' in line for line in lines)
    assert group.client.get("/metrics").status_code == 404


def bearer(group: Group) -> dict[str, str]:
    return {"Authorization": f"Bearer {group.facilitator}"}
