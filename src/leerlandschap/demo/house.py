# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A server of its own: started as anybody would start it, on a free port, with data that are gone afterwards."""

import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from leerlandschap.demo.trouble import Stuck

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
PATIENCE = 30.0  # seconds for the server to come up
GOODBYE = 5.0  # seconds for it to stop by itself
OURS = "LEERLANDSCHAP_"


@contextmanager
def served() -> Iterator[str]:
    """The address of a server that runs as long as the block. Raises Stuck when it does not come up."""
    with tempfile.TemporaryDirectory(prefix="leerlandschap-demo-", ignore_cleanup_errors=True) as folder:
        said = Path(folder) / "server.txt"
        with said.open("wb") as writing:
            server = _start(folder, writing.fileno())
        try:
            yield _address(server, said)
        finally:
            _stop(server)


def _start(folder: str, said: int) -> subprocess.Popen[bytes]:
    """In a group of its own, so that Ctrl+C comes to us only and we stop it in good order."""
    here = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    ways = ["--host", "127.0.0.1", "--port", "0", "--data", folder, "--no-open"]
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "leerlandschap", "serve", *ways],
        env=here | {"PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _address(server: subprocess.Popen[bytes], said: Path) -> str:
    """The address that the server prints, once it answers there."""
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        found = ADDRESS.search(said.read_text("utf-8", "replace"))
        if found and _healthy(found[0]):
            return found[0]
        time.sleep(0.03)
    last = said.read_text("utf-8", "replace").strip().splitlines()[-1:]
    raise Stuck("server", reason="".join(last) or f"{PATIENCE:.0f} s")


def _healthy(url: str) -> bool:
    asking = http.client.HTTPConnection(urlsplit(url).netloc, timeout=2)
    try:
        asking.request("GET", "/health")
        return asking.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(GOODBYE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
