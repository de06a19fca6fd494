# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real proxy, nginx, with the configuration that we deliver; only the addresses are those of the test."""

import contextlib
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx

from tests.server import PATIENCE

DELIVERED = Path(__file__).parents[1] / "docs/deploy/nginx.conf"
HOW_TO_GET_IT = "nginx is missing. Install it (on Debian: sudo apt-get install nginx-light), or run .ci/run once."


def nginx() -> str:
    """Where Debian puts it is not on everybody's path."""
    found = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
    assert found, HOW_TO_GET_IT
    return found


def configured(folder: Path, port: int, nodes: Sequence[int]) -> Path:
    """The delivered file, with the ports of a test for those of compose.yaml."""
    text = DELIVERED.read_text("utf-8")
    changes = {"listen 8080;": f"listen 127.0.0.1:{port};"}
    changes |= {f"server web{number}:8000 ": f"server 127.0.0.1:{node} " for number, node in enumerate(nodes, 1)}
    for delivered, tested in changes.items():
        assert text.count(delivered) == 1, delivered
        text = text.replace(delivered, tested)
    file = folder / "nginx.conf"
    file.write_text(text, "utf-8")
    return file


def command(folder: Path, file: Path, *options: str) -> list[str]:
    apart = f"daemon off; pid {folder / 'nginx.pid'};"
    return [nginx(), "-p", str(folder), "-c", str(file), "-e", str(folder / "error.log"), "-g", apart, *options]


@contextlib.contextmanager
def proxied(folder: Path, port: int, nodes: Sequence[int]) -> Iterator[str]:
    """The address of a proxy before these nodes, which must answer."""
    process = subprocess.Popen(command(folder, configured(folder, port, nodes)))
    url = f"http://127.0.0.1:{port}"
    try:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and process.poll() is None:
            with contextlib.suppress(httpx.TransportError):
                if httpx.get(f"{url}/health").status_code == 200:
                    break
            time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=10)
