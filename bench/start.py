# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long one waits for it to start, and what it uses while nobody asks anything.

`python -m bench.start` starts, in turn: Python with nothing in it, `leerlandschap --help`, everything the server
imports, and the server itself until it gives its first page: on an empty folder (the tables are made) and on one with a
workshop. Then it looks at the memory of a server that has given one page and was left alone. Aims: the first page
within 2 s, an idle installation under 120 MB.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.hall import Hall, serving
from bench.processes import ROOT, Running, as_installed
from bench.rounds import Figures, interleaved
from bench.telling import Row, Table, Target, Told, parser_of, tell

IDLE = 2.0  # seconds without a question
PAGE, WARM = "first page, empty folder", "first page, a workshop in it"


def measured(asked: argparse.Namespace) -> Told:
    told = Told("start")
    with tempfile.TemporaryDirectory() as folder:
        used = Path(folder) / "used"
        with serving(used) as server:
            Hall(server.port, people=3 if asked.short else 30)
        empty = iter(range(1000))
        subjects: dict[str, Callable[[], Figures]] = {
            "python": lambda: _ran("-c", "pass"),
            "--help": lambda: _ran("-m", "leerlandschap", "--help"),
            "everything imported": lambda: _ran("-c", "import uvicorn, leerlandschap.compose"),
            PAGE: lambda: _first_page(Path(folder) / f"empty-{next(empty)}"),
            WARM: lambda: _first_page(used),
        }
        for each in () if asked.short else subjects.values():
            each()  # once, so that all is compiled and in memory
        found = interleaved(subjects, asked.rounds)
        idle = _idle(used, IDLE if not asked.short else 0.1)
    rows: list[Row] = [{"what": name, **figures} for name, figures in found.items()]
    told.add(Table("from nothing", rows))
    told.add(Table("idle", [{"what": "memory, MB", "value": idle / 1e6}]))
    told.targets = [
        Target("first page, s", found[PAGE]["ms"] / 1e3, at_most=2),
        Target("first page with a workshop, s", found[WARM]["ms"] / 1e3, at_most=2),
        Target("idle, MB", idle / 1e6, at_most=120),
    ]
    return told


def _ran(*arguments: str) -> Figures:
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT, env=as_installed({}))
    return {"ms": (time.perf_counter() - begun) * 1e3}


def _first_page(folder: Path) -> Figures:
    with serving(folder) as server:
        server.up("/")
        return {"ms": (time.monotonic_ns() - server.began) / 1e6, "cpu ms": server.cpu() * 1e3}


def _idle(folder: Path, seconds: float) -> int:
    with serving(folder) as server:
        server.up("/")
        time.sleep(seconds)
        return _memory(server)


def _memory(server: Running) -> int:
    return server.memory()


def main(given: Sequence[str] | None = None) -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--rounds", type=int, help="of each (5)")
    asked = parser.parse_args(given)
    asked.rounds = asked.rounds or (1 if asked.short else 5)
    tell(asked, measured(asked))


if __name__ == "__main__":
    main()
