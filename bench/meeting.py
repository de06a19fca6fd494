# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people in a hall notice: when their choice counts on the big screen, when the reveal is on the last phone, and
when all are back after the server was started again.

`python -m bench.meeting` lets 500 and 5,000 simulated people with a phone each do the statements of the card against
`leerlandschap serve`, then shows what they said, kills the server under them and starts it again. After that everything
at once: 10,000 big screens, 1,000 durable stances a second, counters twice a second, and a restart with all of them
connected. Phones come back as in the product: after half a second, twice as long each next time, every pause times 0.5
to 1.5.

Aims: 5,000 people: reveal to last phone below 1 s. At once: every stance answered, 99 of 100 within 150 ms, frames 99
of 100 at most 300 ms behind, at most 250 MB of memory. 10,000 back within 10 s after a restart.
"""

import argparse
import contextlib
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.clients import Asked, Asking, Screens
from bench.hall import Hall, serving
from bench.lags import behind, spread, until_seen
from bench.processes import Running
from bench.rounds import Figures, medians
from bench.telling import Row, Table, Target, Told, parser_of, saying, tell

MIB = 1024 * 1024


def measured(asked: argparse.Namespace) -> Told:
    told = Told("meeting")
    for people in asked.people:
        with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
            _the_card(told, asked, server, people)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        _all_together(told, asked, server, Path(folder))
    return told


# ---- the card


def _the_card(told: Told, asked: argparse.Namespace, server: Running, people: int) -> None:
    saying(f"{people} people come in")
    with contextlib.ExitStack() as house:
        hall = Hall(server.port, people)
        phones = Screens(
            server.port, [hall.stream("participant", each) for each in range(people)], people, comes_back=True
        )
        house.callback(phones.close)
        big = Screens(server.port, [hall.stream("projector")], 1, comes_back=True)
        house.callback(big.close)
        phones.open()
        big.open()
        rows = _answering(hall, server, phones, big, asked, people)
        rows += _revealing(hall, phones, asked)
        rows += _restarting(server, phones, asked.settled)
    told.add(Table(f"{people} people, milliseconds", rows))
    if people >= 5_000:
        reveal = next(row["worst"] for row in rows if row["moment"] == "reveal to last phone")
        told.targets.append(Target(f"{people} people: reveal to last phone, ms", reveal, at_most=1000))


def _answering(
    hall: Hall, server: Running, phones: Screens, big: Screens, asked: argparse.Namespace, people: int
) -> list[Row]:
    """Everybody answers everything; people become ready one after another, so that the counter goes up all the time."""
    statements = hall.open_statements()
    requests = [hall.stance(person, statement) for person in range(people) for statement in statements]
    time.sleep(asked.settled)
    for screens in (phones, big):
        screens.mark()
    rate = min(asked.rate, len(requests) / asked.seconds)
    saying(f"{len(requests)} stances, {rate:.0f} a second")
    cpu = server.cpu()
    answered = _asked(server, requests, rate, min(512, people))
    busy = (server.cpu() - cpu) / answered.seconds
    big.wait(1500, 10)
    shown = until_seen(_last_of_each(answered, len(statements)), big.arrivals())
    return [
        {
            "moment": "stance to answer",
            **spread(answered.answers["answered"] - answered.answers["due"]),
            "server cpu": busy,
        },
        {"moment": "stance to counter on the big screen", **spread(shown)},
    ]


def _asked(server: Running, requests: Sequence[bytes], rate: float, connections: int) -> Asked:
    seconds = len(requests) / rate + 30
    answered = Asking(server.port, requests, connections, rate=rate, seconds=seconds, most=len(requests)).end()
    if answered.refused or answered.said["unheard"]:
        raise RuntimeError(f"{answered.refused} stances were refused, {answered.said['unheard']} not answered")
    return answered


def _last_of_each(answered: Asked, statements: int) -> NDArray[Any]:
    """The stance that makes somebody ready: the one that changes the counter."""
    ready: NDArray[Any] = answered.answers[answered.answers["which"] % statements == statements - 1]
    return ready


def _revealing(hall: Hall, phones: Screens, asked: argparse.Namespace) -> list[Row]:
    found: list[Figures] = []
    for number in range(asked.rounds):
        if number:
            hall.lead("GoTo", step="follow_ups")
        time.sleep(asked.settled)
        phones.mark()
        begun = time.monotonic_ns()
        hall.lead("GoTo", step="statements") if number else hall.lead("RevealStatements")
        said = phones.wait()
        if said["reached"] < phones.count:
            raise RuntimeError(f"the reveal came to {said['reached']} of {phones.count} phones")
        times = {name: (said[key] - begun) / 1e6 for name, key in (("p50", "p50"), ("p99", "p99"), ("worst", "last"))}
        found.append(times | {"bytes": said["bytes"] / phones.count})
    return [{"moment": "reveal to last phone", **medians(found)}]


def _restarting(server: Running, screens: Screens, settled: float) -> list[Row]:
    """As a power cut does, and as an update does."""
    rows: list[Row] = []
    for how, end in (("killed", server.kill), ("stopped", server.stop)):
        time.sleep(settled)
        screens.mark()
        begun = time.monotonic_ns()
        end()
        server.start()
        server.up("/health")
        ready = time.monotonic_ns()
        said = screens.back()
        if said["open"] < screens.count:
            raise RuntimeError(f"{said['open']} of {screens.count} screens are back")
        times = {name: (said[key] - begun) / 1e6 for name, key in (("p50", "p50"), ("p99", "p99"), ("worst", "last"))}
        after = {"since it answers": (said["last"] - ready) / 1e6, "server away": (ready - begun) / 1e6}
        rows.append({"moment": f"back after it was {how}", **times, **after})
    return rows


# ---- everything at once


def _all_together(told: Told, asked: argparse.Namespace, server: Running, folder: Path) -> None:
    saying(f"{asked.screens} screens and {asked.rate} stances a second")
    with contextlib.ExitStack() as house:
        hall = Hall(server.port)
        statements = hall.open_statements()
        hall.come_in(int(asked.rate * asked.seconds / len(statements)))
        screens = Screens(server.port, [hall.stream("projector")], asked.screens, comes_back=True)
        house.callback(screens.close)
        opened = screens.open()
        everybody = range(len(hall.people))
        requests = [hall.stance(person, statement) for person in everybody for statement in statements]
        time.sleep(asked.settled)
        screens.mark()
        cpu, memory = server.cpu(), server.memory()
        answered = _asked(server, requests, asked.rate, asked.connections)
        used = (server.cpu() - cpu) / answered.seconds
        screens.wait(800, 10)
        arrivals = screens.arrivals()
        most = max(memory, server.memory())
        lags = behind(answered.answers, arrivals)
        told.add(_at_once(asked, answered, arrivals, lags, used, most, opened))
        _at_once_targets(told, answered, lags, most, _written(folder))
        rows = _restarting(server, screens, asked.settled)
        told.add(Table(f"{asked.screens} screens come back, milliseconds", rows))
        for row in rows:
            told.targets.append(Target(f"{asked.screens}: {row['moment']}, ms", row["worst"], at_most=10_000))


def _at_once(
    asked: argparse.Namespace,
    answered: Asked,
    arrivals: NDArray[Any],
    lags: NDArray[Any],
    used: float,
    memory: int,
    opened: dict[str, float],
) -> Table:
    frames = len(np.unique(arrivals["id"]))
    rows: list[Row] = [
        {"figure": "stances answered", "value": answered.taken},
        {"figure": "stances a second", "value": answered.a_second},
        {"figure": "counters a second", "value": frames / answered.seconds},
        {"figure": "frames that arrived, of all", "value": len(arrivals) / max(1, frames * asked.screens)},
        {"figure": "connect all, s", "value": (opened["last"] - opened["began"]) / 1e9},
        {"figure": "server cpu", "value": used},
        {"figure": "server memory, MiB", "value": memory / MIB},
    ]
    waited = spread(answered.answers["answered"] - answered.answers["due"])
    rows += [{"figure": f"answer {name}, ms", "value": value} for name, value in waited.items()]
    rows += [{"figure": f"frame lag {name}, ms", "value": value} for name, value in spread(lags).items()]
    return Table(f"at once: {asked.screens} screens, {asked.rate:g} stances a second", rows)


def _at_once_targets(told: Told, answered: Asked, lags: NDArray[Any], memory: int, written: int) -> None:
    waited = spread(answered.answers["answered"] - answered.answers["due"])
    told.targets += [
        Target("at once: stances in the journal, of those answered", written / max(1, answered.taken), 1.0, 1.0),
        Target("at once: answer p99 ms", waited["p99"], at_most=150),
        Target("at once: frame lag p99 ms", spread(lags)["p99"], at_most=300),
        Target("at once: server memory MB", memory / 1e6, at_most=250),
    ]


def _written(folder: Path) -> int:
    """The stances that stand on disk."""
    with contextlib.closing(sqlite3.connect(folder / "leerlandschap.db")) as database:
        return int(database.execute("SELECT count(*) FROM entries WHERE kind = 'StanceTaken'").fetchone()[0])


def main(given: Sequence[str] | None = None) -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--people", type=int, nargs="+", help="how many in the card (500 5000)")
    parser.add_argument("--screens", type=int, help="at once (10000)")
    parser.add_argument("--rate", type=float, help="stances a second (1000)")
    parser.add_argument("--seconds", type=float, help="of stances (20)")
    parser.add_argument("--connections", type=int, help="over which stances come, at once (256)")
    parser.add_argument("--rounds", type=int, help="of the reveal (5)")
    asked = parser.parse_args(given)
    asked.people = asked.people or ((10,) if asked.short else (500, 5000))
    asked.screens = asked.screens or (10 if asked.short else 10_000)
    asked.rate = asked.rate or (50 if asked.short else 1000)
    asked.seconds = asked.seconds or (0.5 if asked.short else 20)
    asked.connections = asked.connections or (4 if asked.short else 256)
    asked.rounds = asked.rounds or (1 if asked.short else 5)
    asked.settled = 0.1 if asked.short else 1.0  # seconds in which what was going on has ended
    tell(asked, measured(asked))


if __name__ == "__main__":
    main()
