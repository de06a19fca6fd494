# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How quickly a workshop is read back from its journal.

`python -m bench.replay` writes workshops with up to 200,000 stances into a journal on disk, and opens each as the
server does when it is first asked for it: read, decoded, folded. Beside it, in turn: the bare rows as the database
gives them, and what decoding takes. Aim: at least 200,000 entries a second, or a quarter of the bare scan.
"""

import argparse
import asyncio
import contextlib
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.gathering import gathering
from bench.rounds import Figures, interleaved, ratio
from bench.telling import Row, Table, Target, Told, parser_of, saying, tell
from leerlandschap.cli.running import collect_seldom
from leerlandschap.compose import Building
from leerlandschap.journal import Batch, Entry
from leerlandschap.settings import Settings

AT_ONCE = 10_000


def measured(asked: argparse.Namespace) -> Told:
    told = Told("replay")
    collect_seldom()  # as `serve` does
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "leerlandschap.db"
        building = Building(Settings(data=Path(folder)))
        try:
            for people in asked.people:
                stream = f"w{people:015d}"
                saying(f"a workshop of {people} is written down")
                count = asyncio.run(_written(building, stream, people))
                rows += _read_back(building, file, stream, count, asked.rounds)
            best = rows[-1]
            told.targets = [
                Target(f"entries a second ({best['entries']} entries)", best["a second"], at_least=200_000),
                Target("of a bare scan (either of the two is enough)", best["of the bare scan"], at_least=0.25),
            ]
        finally:
            building.close()
    told.add(Table("entries a second", rows))
    return told


def _entries(stream: str, people: int) -> Iterator[Entry]:
    for seq, (event, at) in enumerate(gathering(people, workshop=stream), 1):
        yield Entry(stream, seq, at, "p", event, f"0123456789abcdef-{seq}#0123456789abcdef")


async def _written(building: Building, stream: str, people: int) -> int:
    entries = list(_entries(stream, people))
    for at in range(0, len(entries), AT_ONCE):
        await building.journal.append(Batch(tuple(entries[at : at + AT_ONCE])))
    building.journal.close()  # the writer belongs to this loop
    return len(entries)


def _read_back(building: Building, file: Path, stream: str, count: int, rounds: int) -> list[Row]:
    ways: dict[str, Callable[[], object]] = {
        "bare scan": lambda: _scanned(file, stream),
        "read and decoded": lambda: sum(1 for _ in building.journal.entries(stream)),
        "opened as a room": lambda: asyncio.run(_opened(building, stream)),
    }
    found = interleaved({name: _timed(way, count) for name, way in ways.items()}, rounds)
    bare = found["bare scan"]["a second"]
    return [
        {"way": name, "entries": count, **figures, "of the bare scan": ratio(figures["a second"], bare)}
        for name, figures in found.items()
    ]


async def _opened(building: Building, stream: str) -> None:
    await building.rooms.new(stream).catch_up()


def _timed(way: Callable[[], object], count: int) -> Callable[[], Figures]:
    def timed() -> Figures:
        worked, begun = time.process_time(), time.perf_counter()
        way()
        seconds = time.perf_counter() - begun
        return {"a second": count / seconds, "ms": seconds * 1e3, "cpu ms": (time.process_time() - worked) * 1e3}

    return timed


def _scanned(file: Path, stream: str) -> int:
    with contextlib.closing(sqlite3.connect(file)) as database:
        asked = "SELECT stream, seq, at, by, kind, data, asked FROM entries WHERE stream = ? ORDER BY seq"
        return sum(1 for _ in database.execute(asked, (stream,)))


def main(given: Sequence[str] | None = None) -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--people", type=int, nargs="+", help="in each workshop (12 1000 20000)")
    parser.add_argument("--rounds", type=int, help="of each (5)")
    asked = parser.parse_args(given)
    asked.people = asked.people or ((12,) if asked.short else (12, 1_000, 20_000))
    asked.rounds = asked.rounds or (1 if asked.short else 5)
    tell(asked, measured(asked))


if __name__ == "__main__":
    main()
