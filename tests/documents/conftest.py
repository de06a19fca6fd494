# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real word processor that opens what we make, for the tests that carry the mark *office*."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 120  # seconds; the first start makes a profile
NO_OFFICE = (
    "These tests open documents in a real LibreOffice and there is none. Get one, for instance: "
    "apt-get install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui. Or leave them out with "
    "-m 'not office'."
)

Converted = Callable[[bytes, str, str], bytes]


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Converted:
    """``converted(file, "odt", "pdf")``: what LibreOffice makes of it, in a profile of its own."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        pytest.fail(NO_OFFICE)
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def convert(file: bytes, kind: str, to: str) -> bytes:
        place: Path = tmp_path_factory.mktemp("office")
        given = place / f"given.{kind}"
        given.write_bytes(file)
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to, "--outdir"]
        subprocess.run([*command, str(place / "out"), str(given)], check=True, capture_output=True, timeout=PATIENCE)
        return (place / "out" / f"given.{to.partition(':')[0]}").read_bytes()

    return convert
