# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A thousand workshops of twelve people at once, on one machine.

`python -m bench.workshops` opens 1,000 workshops on one `leerlandschap serve`, lets twelve people into each, and
connects their phones and a big screen. Then everybody answers five statements at a human pace (all within three
minutes, so some 333 stances a second; `--hurry` makes them quicker), and after that every facilitator reveals, one
after another. It says what opening costs, how long an answer and a frame take, and what the server uses.
"""

import argparse
import contextlib
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.clients import Asked, Asking, Screens
from bench.hall import Hall, serving
from bench.lags import spread, until_seen
from bench.processes import Running
from bench.rounds import Figures
from bench.telling import Row, Table, Target, Told, parser_of, saying, tell

PEOPLE = 12
PACE = 180.0  # seconds in which a group answers five statements
REVEALS = 60.0  # seconds within which all facilitators reveal
OPENED_AT_ONCE = 8
KIB, MIB = 1024, 1024 * 1024


def measured(asked: argparse.Namespace) -> Told:
    told = Told("workshops")
    with contextlib.ExitStack() as house:
        folder = house.enter_context(tempfile.TemporaryDirectory())
        server = house.enter_context(serving(Path(folder)))
        saying(f"{asked.workshops} workshops are opened")
        halls, opening = _opened(server, asked.workshops)
        saying("screens are connected")
        screens, connecting = _connected(server, halls)
        house.callback(screens.close)
        told.add(Table(f"opening {asked.workshops} workshops of {PEOPLE}", [*opening, connecting]))
        rows = [_answering(asked, server, halls, screens), _revealing(asked, server, halls, screens)]
        told.add(Table(f"{asked.workshops} workshops at work, milliseconds", rows))
        told.targets = [
            Target("answer p99, ms", rows[0]["answer p99"], at_most=150),
            Target("stance to counter p99, ms (500 of them are the beat)", rows[0]["on the screens p99"], at_most=800),
            Target("reveal to all screens p99, ms", rows[1]["on the screens p99"], at_most=300),
        ]
    return told


def _opened(server: Running, workshops: int) -> tuple[list[Hall], list[Row]]:
    memory, cpu, begun = server.memory(), server.cpu(), time.perf_counter()
    with ThreadPoolExecutor(OPENED_AT_ONCE) as openers:
        halls = list(openers.map(lambda number: Hall(server.port, title=f"Team {number}"), range(workshops)))
    rows = [_cost("open a workshop", server, workshops, memory, cpu, begun)]
    memory, cpu, begun = server.memory(), server.cpu(), time.perf_counter()
    for hall in halls:
        hall.come_in(PEOPLE)
    rows.append(_cost("come in", server, workshops * PEOPLE, memory, cpu, begun))
    memory, cpu, begun = server.memory(), server.cpu(), time.perf_counter()
    with ThreadPoolExecutor(OPENED_AT_ONCE) as openers:
        list(openers.map(Hall.open_statements, halls))
    rows.append(_cost("open the statements", server, workshops, memory, cpu, begun))
    return halls, rows


def _cost(what: str, server: Running, count: int, memory: int, cpu: float, begun: float) -> Row:
    seconds = time.perf_counter() - begun
    return {
        "what": what,
        "a second": count / seconds,
        "cpu ms each": (server.cpu() - cpu) / count * 1e3,
        "KiB each": (server.memory() - memory) / KIB / count,
        "memory MiB": server.memory() / MIB,
    }


def _connected(server: Running, halls: Sequence[Hall]) -> tuple[Screens, Row]:
    """The phones of everybody, and a big screen, of one workshop after another."""
    requests = [
        request
        for hall in halls
        for request in (*(hall.stream("participant", each) for each in range(PEOPLE)), hall.stream("projector"))
    ]
    memory, cpu, begun = server.memory(), server.cpu(), time.perf_counter()
    screens = Screens(server.port, requests, len(requests))
    screens.open(120)
    return screens, _cost("connect a screen", server, len(requests), memory, cpu, begun)


def _answering(asked: argparse.Namespace, server: Running, halls: Sequence[Hall], screens: Screens) -> Row:
    """Every workshop goes on all the time: the first stance of each, then the second of each."""
    statements = [hall.statements() for hall in halls]
    turns = [(person, at) for person in range(PEOPLE) for at in range(len(statements[0]))]
    requests = [
        hall.stance(person, own[at]) for person, at in turns for hall, own in zip(halls, statements, strict=True)
    ]
    rate = len(requests) / PACE * asked.hurry
    most = min(len(requests), int(rate * asked.seconds))
    saying(f"{rate:.0f} stances a second for {most / rate:.0f} s")
    last = [at == len(statements[0]) - 1 for _, at in turns for _ in halls]
    return _at_work("answering", server, screens, Load(requests, rate, most, len(halls), np.array(last), (PEOPLE,)))


def _revealing(asked: argparse.Namespace, server: Running, halls: Sequence[Hall], screens: Screens) -> Row:
    requests = [hall.leading(b'{"type":"RevealStatements"}') for hall in halls]
    rate = len(halls) / REVEALS * asked.hurry
    most = max(1, min(len(halls), int(rate * asked.seconds)))
    saying(f"{rate:.0f} reveals a second")
    everybody = tuple(range(PEOPLE + 1))
    load = Load(requests, rate, most, len(halls), np.ones(len(halls), bool), everybody)
    return _at_work("revealing", server, screens, load)


@dataclass
class Load:
    """Requests, those of the workshops in turn; ``tells`` are the ones that change what ``watched`` of the screens of a
    workshop show: a counter changes only when somebody is ready."""

    requests: Sequence[bytes]
    rate: float
    most: int
    workshops: int
    tells: NDArray[Any]
    watched: tuple[int, ...]


def _at_work(what: str, server: Running, screens: Screens, load: Load) -> Row:
    time.sleep(1)
    screens.mark()
    cpu = server.cpu()
    seconds = load.most / load.rate + 30
    asked = Asking(server.port, load.requests, 128, rate=load.rate, seconds=seconds, most=load.most).end()
    used = (server.cpu() - cpu) / asked.seconds
    screens.wait(900, 10)
    if asked.refused or asked.said["unheard"]:
        raise RuntimeError(f"{asked.refused} were refused, {asked.said['unheard']} not answered, while {what}")
    arrivals = screens.arrivals()
    return {
        "what": what,
        "a second": asked.a_second,
        **_named("answer", spread(asked.answers["answered"] - asked.answers["due"])),
        **_named("on the screens", spread(_seen(asked, arrivals, load))),
        "frames a second": len(arrivals) / asked.seconds,
        "server cpu": used,
        "memory MiB": server.memory() / MIB,
    }


def _seen(asked: Asked, arrivals: NDArray[Any], load: Load) -> NDArray[Any]:
    """On each screen that is watched, from when it was due until it shows."""
    telling = asked.answers[load.tells[asked.answers["which"]]]
    first = telling["which"] % load.workshops * (PEOPLE + 1)
    return np.concatenate([until_seen(telling, arrivals, first + each, arrivals["screen"]) for each in load.watched])


def _named(what: str, figures: Figures) -> Figures:
    return {f"{what} {name}": value for name, value in figures.items()}


def main(given: Sequence[str] | None = None) -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--workshops", type=int, help="how many (1000)")
    parser.add_argument("--seconds", type=float, help="of stances (30)")
    parser.add_argument("--hurry", type=float, default=1, help="how much quicker than people are (1)")
    asked = parser.parse_args(given)
    asked.workshops = asked.workshops or (3 if asked.short else 1000)
    asked.seconds = asked.seconds or (2 if asked.short else 30)
    tell(asked, measured(asked))


if __name__ == "__main__":
    main()
