# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Durable stances a second, and how long somebody waits for the answer.

`python -m bench.stances` sends stances as phones do (a cookie, an idempotency key, JSON; and as the form that phones
send today) over 64 and 512 connections to `leerlandschap serve`: in one workshop, spread over 200, on SQLite
(synchronous=FULL) and on PostgreSQL. Beside it: the same server with a journal that forgets, Node with better-sqlite3
that commits each, and the bare commits of just such rows. Everything takes turns; medians of the rounds are told. With
a C compiler it does the same on a disk that is 8 ms slower.

Aims: at least 3 times Node, at least 0.7 of the same without storing, 200 workshops at least 0.8 of one, the 99th
percentile below 100 ms at 512; on the slower disk at least 20 times a commit for each.
"""

import argparse
import contextlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench import commits, peers
from bench.clients import Asking
from bench.databases import postgres
from bench.hall import Hall, serving
from bench.peers import Missing
from bench.processes import Running
from bench.programs import slow_disk
from bench.rounds import Figures, interleaved, ratio
from bench.telling import Row, Table, Target, Told, parser_of, saying, tell

OURS, FORGETS, SPREAD, FORM = "leerlandschap", "the same, nothing stored", "spread over 200", "as a form"
POSTGRES, NODE = "on PostgreSQL", "node + better-sqlite3"
SLOWER = 8_000  # microseconds
Subjects = dict[str, Callable[[int], Figures]]


def measured(asked: argparse.Namespace) -> Told:
    told = Told("stances")
    found = _on(told, asked, {})
    _tell(told, "stances", found, asked.connections)
    _targets(told, found, asked.connections)
    if not asked.slow_disk:
        told.leave_out("a slower disk (asked for without)")
        return told
    library = slow_disk()
    if library is None:
        told.leave_out("a slower disk (needs a C compiler, cc)")
        return told
    saying("the same on a slower disk")
    slow = {"LD_PRELOAD": str(library), "SLOW_FSYNC_US": str(SLOWER)}
    found = _on(told, asked, slow)
    _tell(told, "stances, every fsync 8 ms slower", found, asked.connections)
    _slow_targets(told, found, asked.connections)
    return told


def _on(told: Told, asked: argparse.Namespace, environment: Mapping[str, str]) -> dict[int, dict[str, Figures]]:
    """By the number of connections and the name of the subject."""
    with contextlib.ExitStack() as house:
        subjects = _subjects(house, told, asked, environment)
        found = {}
        for connections in asked.connections:
            saying(
                f"{len(subjects)} subjects over {connections} connections, {asked.rounds} rounds of {asked.seconds} s"
            )
            turns = {name: _turn(ask, connections) for name, ask in subjects.items()}
            found[connections] = interleaved(turns, asked.rounds)
        return found


def _turn(ask: Callable[[int], Figures], connections: int) -> Callable[[], Figures]:
    return lambda: ask(connections)


def _subjects(
    house: contextlib.ExitStack, told: Told, asked: argparse.Namespace, environment: Mapping[str, str]
) -> Subjects:
    folder = Path(house.enter_context(tempfile.TemporaryDirectory()))
    slow = bool(environment)
    ours = house.enter_context(serving(folder / "ours", environment=environment))
    saying("people come in")
    one = Hall(ours.port, asked.people)
    requests = _stances(one)
    subjects: Subjects = {OURS: _asking(ours, requests, asked.seconds)}
    if not slow:
        subjects[FORM] = _asking(ours, _stances(one, form=True), asked.seconds)
        many = [Hall(ours.port, max(1, asked.people // asked.workshops)) for _ in range(asked.workshops)]
        subjects[SPREAD] = _asking(ours, _shuffled([_stances(each) for each in many]), asked.seconds)
        forgets = house.enter_context(serving(folder / "forgets", stores=False))
        subjects[FORGETS] = _asking(forgets, _stances(Hall(forgets.port, asked.people)), asked.seconds)
    _on_postgres(house, told, asked, environment, folder, subjects)
    _beside(house, told, asked, environment, folder, subjects, requests)
    return subjects


def _on_postgres(
    house: contextlib.ExitStack,
    told: Told,
    asked: argparse.Namespace,
    environment: Mapping[str, str],
    folder: Path,
    subjects: Subjects,
) -> None:
    if not asked.postgres:
        told.leave_out("PostgreSQL (asked for without)")
        return
    try:
        database = house.enter_context(postgres(environment))
    except Missing as missing:
        told.leave_out(str(missing))
        return
    server = house.enter_context(serving(folder / "postgres", database=database.database()))
    subjects[POSTGRES] = _asking(server, _stances(Hall(server.port, asked.people)), asked.seconds)
    if environment:
        each = database.database()
        subjects["PostgreSQL, a commit for each"] = lambda _: commits.postgres_each(each, asked.seconds)


def _beside(
    house: contextlib.ExitStack,
    told: Told,
    asked: argparse.Namespace,
    environment: Mapping[str, str],
    folder: Path,
    subjects: Subjects,
    requests: Sequence[bytes],
) -> None:
    """Peers and floors."""
    bare = house.enter_context(commits.bare(folder / "bare.sqlite3", environment))
    subjects["bare commits of as many rows"] = lambda connections: bare(connections, asked.seconds)
    if not asked.peers:
        told.leave_out("node + better-sqlite3 (asked for without peers)")
        return
    try:
        node = peers.node_stances(folder, environment)
    except Missing as missing:
        told.leave_out(str(missing))
        return
    house.callback(node.stop)
    subjects[NODE] = _asking(node, requests, asked.seconds)


def _stances(hall: Hall, *, form: bool = False) -> list[bytes]:
    """One of everybody."""
    statement = hall.statements()[0]
    if hall.look()["step"] != "statements":
        hall.open_statements()
    return [hall.stance(person, statement, form=form) for person in range(len(hall.people))]


def _shuffled(workshops: Sequence[Sequence[bytes]]) -> list[bytes]:
    """The first of each, then the second of each: every workshop all the time."""
    return [each for turn in zip(*workshops, strict=True) for each in turn]


def _asking(server: Running, requests: Sequence[bytes], seconds: float) -> Callable[[int], Figures]:
    def ask(connections: int) -> Figures:
        cpu = server.cpu()
        asked = Asking(server.port, requests, connections, seconds=seconds).end()
        used = server.cpu() - cpu
        if asked.refused or asked.said["unheard"]:
            raise RuntimeError(f"{asked.refused} stances were refused, {asked.said['unheard']} not answered")
        half, most, worst = asked.ms(50, 99, 99.9)
        return {
            "a second": asked.a_second,
            "p50 ms": half,
            "p99 ms": most,
            "p99.9 ms": worst,
            "server cpu": used / asked.seconds,
            "µs each": used / max(asked.taken, 1) * 1e6,
            "client cpu": asked.busy,
        }

    return ask


def _tell(told: Told, title: str, found: dict[int, dict[str, Figures]], connections: Sequence[int]) -> None:
    for number in connections:
        best = found[number].get(NODE, {}).get("a second")
        rows: list[Row] = [
            {"server": name, **figures, "x node": ratio(figures["a second"], best), "limit": _limit(figures)}
            for name, figures in found[number].items()
        ]
        told.add(Table(f"{title}, {number} connections", rows))


def _limit(figures: Figures) -> str:
    """What was busy all the time: more than nine tenths of a core. Neither: waiting, for the disk or for a core."""
    if "server cpu" not in figures:
        return "disk"
    if figures["client cpu"] > 0.9:
        return "client"
    return "server" if figures["server cpu"] > 0.9 else "waiting"


def _targets(told: Told, found: dict[int, dict[str, Figures]], connections: Sequence[int]) -> None:
    for number in connections:
        rate = {name: figures["a second"] for name, figures in found[number].items()}
        told.targets += [
            Target(f"c={number}: x node", ratio(rate[OURS], rate.get(NODE)), at_least=3),
            Target(f"c={number}: of the same without storing", ratio(rate[OURS], rate[FORGETS]), at_least=0.7),
            Target(f"c={number}: 200 workshops of one", ratio(rate[SPREAD], rate[OURS]), at_least=0.8),
            Target(f"c={number}: PostgreSQL x node", ratio(rate.get(POSTGRES), rate.get(NODE)), at_least=3),
            Target(f"c={number}: PostgreSQL of without", ratio(rate.get(POSTGRES), rate[FORGETS]), at_least=0.7),
        ]
        if number >= 512:
            for name in (OURS, POSTGRES):
                reached = found[number].get(name, {}).get("p99 ms")
                told.targets.append(Target(f"c={number}: p99 ms, {name}", reached, at_most=100))


def _slow_targets(told: Told, found: dict[int, dict[str, Figures]], connections: Sequence[int]) -> None:
    for number in connections:
        rate = {name: figures["a second"] for name, figures in found[number].items()}
        each = rate.get("PostgreSQL, a commit for each")
        told.targets += [
            Target(f"slow disk, c={number}: x a commit for each", ratio(rate[OURS], rate.get(NODE)), at_least=20),
            Target(f"slow disk, c={number}: PostgreSQL x each", ratio(rate.get(POSTGRES), each), at_least=20),
        ]


def main(given: Sequence[str] | None = None) -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--connections", type=int, nargs="+", help="how many (64 512)")
    parser.add_argument("--people", type=int, help="in all (1000)")
    parser.add_argument("--workshops", type=int, help="over how many they are spread (200)")
    parser.add_argument("--seconds", type=float, help="of each turn (3)")
    parser.add_argument("--rounds", type=int, help="of turns (5)")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="without Node")
    parser.add_argument("--no-postgres", dest="postgres", action="store_false", help="without PostgreSQL")
    parser.add_argument("--no-slow-disk", dest="slow_disk", action="store_false", help="without the slower disk")
    asked = parser.parse_args(given)
    asked.connections = asked.connections or ((4,) if asked.short else (64, 512))
    asked.people = asked.people or (8 if asked.short else 1000)
    asked.workshops = asked.workshops or (2 if asked.short else 200)
    asked.seconds = asked.seconds or (0.2 if asked.short else 3)
    asked.rounds = asked.rounds or (1 if asked.short else 5)
    tell(asked, measured(asked))


if __name__ == "__main__":
    main()
