# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one stance costs with ten people and with a hundred thousand, and what a reveal costs.

A stance grows with the depth of a persistent map only (32 people to a level): a map of ten thousand has two levels more
than one of ten. Aims: 10,000 : 10 below 1.3, in the core and through the server; a reveal of five under 20 ms.

`python -m bench.measures` folds real events through the real core and renders the real view; then it sends stances to a
workshop of ten and to one of ten thousand on the same `leerlandschap serve` and divides the time of its processor. The
sizes take turns, so that a machine that slows down slows all of them; medians are told.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.clients import Asking
from bench.gathering import NOON, card, gathering
from bench.hall import Hall, serving
from bench.rounds import Figures, interleaved, ratio
from bench.telling import Table, Target, Told, parser_of, saying, tell
from leerlandschap.core.measures import confidence
from leerlandschap.core.vocabulary import ParticipantId, Role
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.evolve import evolve
from leerlandschap.views.workshop import view_of

SIZES = (10, 100, 1_000, 10_000, 100_000)
STANCES = 400  # a round
CONNECTIONS = 10
AIM = 1.3


def meeting(people: int, *, answered: int = 5) -> Any:
    """The state in which everybody has answered the first of the statements (it is nobody's outside core)."""
    state: Any = None
    for event, at in gathering(people, answered=answered):
        state = evolve(state, event, at, "")
    return state


def a_size(people: int) -> Callable[[], Figures]:
    """All that is measured in the core of a workshop of so many."""
    state, before = meeting(people), meeting(people, answered=4)
    statements = card().statements
    changes = [e.StanceTaken(ParticipantId(f"p{n % people}"), statements[0].id, 1 + n % 5) for n in range(STANCES)]
    answers = [e.StanceTaken(ParticipantId(f"p{n % people}"), statements[-1].id, 1 + n % 5) for n in range(STANCES)]
    reveal = e.StatementsRevealed(tuple(s.id for s in statements))
    return lambda: {
        "stance µs": changed(state, changes),
        "first stance µs": first(before, answers),
        "reveal of five ms": revealed(state, reveal),
    }


def changed(state: Any, changes: Sequence[e.Event]) -> float:
    """Microseconds a stance that is changed: state, counters and readiness."""
    begun = time.process_time()
    for change in changes:
        state = evolve(state, change, NOON, "")
    return (time.process_time() - begun) / len(changes) * 1e6


def first(state: Any, answers: Sequence[e.Event]) -> float:
    """Microseconds a first answer to the last of the statements: with what it took, and that this person is ready."""
    begun = time.process_time()
    for answer in answers:
        evolve(state, answer, NOON, "")
    return (time.process_time() - begun) / len(answers) * 1e6


def revealed(state: Any, reveal: e.Event) -> float:
    """Milliseconds from the reveal of five statements to the view of the big screen, nothing remembered."""
    confidence._certainty.cache_clear()
    begun = time.process_time()
    view_of(evolve(state, reveal, NOON, ""), Role.PROJECTOR, NOON)
    return (time.process_time() - begun) * 1e3


def through_the_server(sizes: Sequence[int], rounds: int, seconds: float) -> dict[str, Figures]:
    """Microseconds of the server's processor a stance, all in: HTTP, who it is, rules, journal, answer."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:

        def stances(hall: Hall) -> Callable[[], Figures]:
            [statement, *_] = hall.open_statements()
            requests = [hall.stance(person, statement) for person in range(len(hall.people))]

            def measured() -> Figures:
                cpu = server.cpu()
                asked = Asking(server.port, requests, CONNECTIONS, seconds=seconds).end()
                each = (server.cpu() - cpu) / max(1, asked.taken)
                return {"server µs": each * 1e6, "a second": asked.a_second}

            return measured

        return interleaved({str(n): stances(Hall(server.port, n)) for n in sizes}, rounds)


def measured(asked: argparse.Namespace) -> Told:
    told = Told("measures")
    saying("in the core")
    ways = {str(n): a_size(n) for n in asked.people}
    gc.freeze()  # all those states are here for us only: what cleaning up after one costs must not fall to another
    core = interleaved(ways, asked.rounds)
    gc.unfreeze()
    told.add(Table("in the core", [{"people": n, **figures} for n, figures in core.items()]))
    saying("through the server")
    few, many = asked.through
    server = through_the_server(asked.through, asked.rounds, asked.seconds)
    told.add(Table("through the server", [{"people": n, **figures} for n, figures in server.items()]))
    least, most = core[str(min(asked.people))], core[str(min(max(asked.people), 10_000))]
    told.targets = [
        Target(f"{what}: 10,000 : 10", ratio(most[what], least[what]), at_most=AIM)
        for what in ("stance µs", "first stance µs")
    ]
    told.targets += [
        Target(
            f"server: {many} : {few}", ratio(server[str(many)]["server µs"], server[str(few)]["server µs"]), at_most=AIM
        ),
        Target("reveal of five, ms", most["reveal of five ms"], at_most=20),
    ]
    return told


def main(given: Sequence[str] | None = None) -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--people", type=int, nargs="+", help="in the core (10 to 100000)")
    parser.add_argument("--through", type=int, nargs=2, help="through the server (10 10000)")
    parser.add_argument("--rounds", type=int, help="of each (7)")
    parser.add_argument("--seconds", type=float, help="of stances a turn (2)")
    asked = parser.parse_args(given)
    asked.people = asked.people or ((10, 20) if asked.short else SIZES)
    asked.through = asked.through or ((10, 20) if asked.short else (10, 10_000))
    asked.rounds = asked.rounds or (1 if asked.short else 7)
    asked.seconds = asked.seconds or (0.2 if asked.short else 2)
    tell(asked, measured(asked))


if __name__ == "__main__":
    main()
