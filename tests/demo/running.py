# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Demos as somebody at a terminal would run them."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leerlandschap.core.vocabulary import Language
from leerlandschap.text import catalogue

LONGEST = 120  # seconds before a run is given up


def command(*options: str) -> list[str]:
    return [sys.executable, "-m", "leerlandschap", "demo", *options]


def surroundings(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", **more}


class Run:
    """A demo that has ended, with what it left behind."""

    def __init__(self, out: Path, *options: str, surrounded_by: Mapping[str, str] | None = None) -> None:
        began = time.monotonic()
        self.ended = subprocess.run(
            command("--out", str(out), *options),
            env=surroundings(**(surrounded_by or {})),
            cwd=out.parent,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=False,
        )
        self.seconds = time.monotonic() - began
        self.out = out

    @property
    def status(self) -> int:
        return self.ended.returncode

    @property
    def said(self) -> str:
        return self.ended.stdout

    @property
    def complained(self) -> str:
        return self.ended.stderr

    @property
    def report(self) -> Any:
        return json.loads(self.paper("json"))

    def paper(self, kind: str) -> str:
        return (self.out / f"report.{kind}").read_text("utf-8")


def texts_under(area: str, language: Language) -> set[str]:
    """Every text of the demo under ``demo.<area>``, at any depth."""
    return {text for key, text in catalogue(language).items() if key.startswith(f"demo.{area}.")}
