# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests that nobody would send, at a real server with real keys: the whole described API, and every form."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote_from_bytes

import httpx
import msgspec
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from leerlandschap.core.landscape import commands as landscape
from leerlandschap.core.workshop import commands as workshop
from tests.afterwards import Afterwards

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
ENDLESS = "follow"  # a stream never ends, which schemathesis waits for; tests/web/test_strangers.py asks it instead
GRACE = 120.0  # seconds that an attack may take beyond its time


class Target(Afterwards):
    """A workshop that goes on in a landscape with an adopted policy, and a key for each role."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        today = self.keeps()["today"]
        self.tell("AdoptPolicy", on=today, adopted_by="de directie", without_consent="Er is geen OR.")
        self.lead("Reopen")
        self.roles = {
            "facilitator": self.facilitator,
            "participant": self.join(),
            "landscape": self.writer,
            "nobody": "",
        }


class Attack(msgspec.Struct, frozen=True):
    """What one round did. ``failures`` are answers that should not be: 500s, and what the description does not name."""

    what: str
    requests: int
    failures: tuple[str, ...]


def on_the_api(
    target: Target, role: str, seconds: int, number: int, folder: Path, examples: int | None = None
) -> Attack:
    """Every operation of the OpenAPI document as this role, from this seed, for so long at most; with ``examples`` so
    many of each, so that the same requests are sent on a slow machine."""
    folder.mkdir(parents=True, exist_ok=True)
    here = {"workshop": target.opened["workshop"], "landscape": target.landscape, "version": "1"}
    lines = [f'"path.{name}" = "{value}"\n' for name, value in here.items()]
    (folder / "schemathesis.toml").write_text("[parameters]\n" + "".join(lines))
    report = folder / "report.json"
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(folder / "schemathesis.toml"), "run"]
    command += [f"{target.client.base_url}/api/v1/openapi.json", "--max-time", str(seconds), "--seed", str(number)]
    command += (
        ["--phases", "fuzzing", "--max-examples", str(examples)] if examples else ["--phases", "coverage,fuzzing"]
    )
    command += ["--checks", CHECKS, "--exclude-operation-id", ENDLESS]
    command += ["--continue-on-failure", "--no-color", "--suppress-health-check", "all", "--request-timeout", "30"]
    command += ["--report", "json", "--report-json-path", str(report), "--warnings", "off"]
    command += ["--header", f"Authorization: Bearer {target.roles[role]}"] if target.roles[role] else []
    ended = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=seconds + GRACE, check=False)
    if not report.exists():
        raise RuntimeError(ended.stdout + ended.stderr)
    told = json.loads(report.read_text())
    failures = tuple(json.dumps(each)[:2000] for each in (*told["failures"], *told["errors"]))
    return Attack(f"API as {role}, seed {number}", told["test_cases"]["generated"], failures)


COMMANDS = (*get_args(workshop.Asked), *get_args(landscape.Asked))
NAMES = sorted({field.encode_name for kind in COMMANDS for field in msgspec.structs.fields(kind)})
KINDS = [kind.__name__ for kind in COMMANDS]
ODD = ["", "0", "-1", "1e309", "9" * 400, "NaN", "null", "s1", "1", "5", "true", "[]", "{}", "\x00", "\ud800", "☂"]
ODD += ["../..", "2026-02-30", "2026-01-01", "9999-12-31", "unclear", "agree", "core", "direction", "%", "a=b&c=d"]
ODD += ["\r\nx: y", "x" * 3000]
values = st.sampled_from(ODD) | st.text(max_size=40)
OTHERS = ["type", "form", "key", "many", "dots.p1", "touches.x", "choice.", "."]
names = st.sampled_from([*NAMES, *OTHERS]) | st.text(max_size=12)
fields = st.lists(st.tuples(names, values), max_size=8)
bodies = st.binary(max_size=200)
ADDRESSES = ["/workshops", "/join", "/coach", "/leave", "/w/{w}/do?as=participant", "/w/{w}/do?as=facilitator"]
ADDRESSES += ["/w/{w}/tallies", "/w/{w}/links", "/l/{l}/do", "/l/{l}/do?about={f}", "/l/{l}/links", "/l/{l}/f/{f}/link"]
addresses = st.sampled_from(ADDRESSES)


def on_the_forms(target: Target, examples: int, number: int) -> Attack:
    """Every form with fields of other forms, with odd values, and with bytes that are no form at all."""
    asked = 0
    found: list[str] = []

    @seed(number)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(addresses, st.sampled_from(KINDS), fields, bodies, st.booleans(), st.sampled_from(["text/html", "*/*"]))
    def attack(address: str, kind: str, pairs: Any, raw: bytes, is_form: bool, accept: str) -> None:
        nonlocal asked
        asked += 1
        body = b"&".join(encoded([("type", kind), *pairs])) if is_form else raw
        answer = post(target, address, body, accept)
        if answer.status_code == 500 or "Traceback" in answer.text:
            found.append(f"{address} {body!r}: {answer.status_code}")

    attack()
    return Attack(f"forms, seed {number}", asked, tuple(found[:20]))


def encoded(pairs: list[tuple[str, str]]) -> Iterator[bytes]:
    """As a form is sent; lone surrogates as they are, which no browser does."""
    for pair in pairs:
        name, value = (quote_from_bytes(each.encode("utf-8", "surrogatepass"), safe="") for each in pair)
        yield f"{name}={value}".encode()


def post(target: Target, address: str, body: bytes, accept: str) -> httpx.Response:
    stream, kept = target.opened["workshop"], target.landscape
    held = {
        f"ll-participant-{stream}": target.roles["participant"],
        f"ll-facilitator-{stream}": target.facilitator,
        f"ll-landscape-{kept}": target.writer,
    }
    url = str(target.client.base_url) + address.format(w=stream, l=kept, f=target.hours)
    headers = {
        "cookie": "; ".join(f"{name}={key}" for name, key in held.items()),
        "accept": accept,
        "content-type": "application/x-www-form-urlencoded",
        "referer": f"{target.client.base_url}/l/{kept}",
    }
    return httpx.post(url, content=body, headers=headers, timeout=30)
