# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one stance costs with ten and with ten thousand people, and what a reveal costs.

A stance grows with the depth of a persistent map only (32 people to a level): a map of ten thousand has two levels more
than one of ten. Aims: a stance under 50 µs and 10,000 : 10 below 1.5; a reveal of five under 20 ms.

`python -m bench.figures` folds real events through the real core and renders the real view. The sizes are interleaved
round by round, so that a machine that slows down slows all of them; medians are printed, and written with --out.
"""

import argparse
import datetime
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from leerlandschap import playbooks
from leerlandschap.core.measures import confidence
from leerlandschap.core.vocabulary import LandscapeId, Language, ParticipantId, Role, WorkshopId
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.evolve import evolve
from leerlandschap.core.workshop.playbook import Playbook, StepId
from leerlandschap.core.workshop.terms import Terms
from leerlandschap.views.workshop import view_of

SIZES = (10, 100, 1_000, 10_000)
ROUNDS = 15
STANCES = 400  # a round
NOON = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)


def meeting(people: int, *, answered: int = 5) -> tuple[Any, Playbook]:
    """A workshop in which everybody has answered the first of the statements (its state is nobody's outside core)."""
    card = playbooks.known()["leerlandschap-verkennen"]
    names = WorkshopId("w"), LandscapeId("l"), "Leren", "Westerveen", ""
    state = evolve(None, e.WorkshopOpened(*names, Language.NL, card, Terms()), NOON, "")
    happened: list[e.Event] = [e.ParticipantJoined(ParticipantId(f"p{n}")) for n in range(people)]
    happened += [e.StepEntered(StepId.STATEMENTS), e.StatementsOpened(tuple(s.id for s in card.statements))]
    for event in happened:
        state = evolve(state, event, NOON, "")
    for at, s in enumerate(card.statements[:answered]):
        for n in range(people):
            stance = e.StanceTaken(ParticipantId(f"p{n}"), s.id, 1 + (n * 7 + at) % 5)
            state = evolve(state, stance, NOON + datetime.timedelta(seconds=20 * at + n % 11), "")
    return state, card


def a_stance(people: int) -> Callable[[], float]:
    """Microseconds a stance that is changed: state, counters and readiness."""
    state, card = meeting(people)
    changes = [e.StanceTaken(ParticipantId(f"p{n % people}"), card.statements[0].id, 1 + n % 5) for n in range(STANCES)]

    def measured() -> float:
        now, start = state, time.perf_counter()
        for change in changes:
            now = evolve(now, change, NOON, "")
        return (time.perf_counter() - start) / STANCES * 1e6

    return measured


def a_first_stance(people: int) -> Callable[[], float]:
    """Microseconds a first answer to the last of the statements: with what it took, and that this person is ready."""
    state, card = meeting(people, answered=4)
    last = card.statements[-1].id
    answers = [e.StanceTaken(ParticipantId(f"p{n % people}"), last, 1 + n % 5) for n in range(STANCES)]

    def measured() -> float:
        start = time.perf_counter()
        for answer in answers:
            evolve(state, answer, NOON, "")
        return (time.perf_counter() - start) / STANCES * 1e6

    return measured


def a_reveal(people: int) -> Callable[[], float]:
    """Milliseconds from the reveal of five statements to the view of the big screen, nothing remembered."""
    state, card = meeting(people)
    reveal = e.StatementsRevealed(tuple(s.id for s in card.statements))

    def measured() -> float:
        confidence._certainty.cache_clear()
        start = time.perf_counter()
        view_of(evolve(state, reveal, NOON, ""), Role.PROJECTOR, NOON)
        return (time.perf_counter() - start) * 1e3

    return measured


def table(sizes: Sequence[int], rounds: int) -> dict[str, dict[int, float]]:
    kinds = {"stance, µs": a_stance, "first stance, µs": a_first_stance, "reveal of five, ms": a_reveal}
    ways = {(kind, n): make(n) for kind, make in kinds.items() for n in sizes}
    found: dict[tuple[str, int], list[float]] = {key: [] for key in ways}
    for _ in range(rounds):
        for key, measured in ways.items():
            found[key].append(measured())
    return {kind: {n: median(found[kind, n]) for n in sizes} for kind in kinds}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="also write the figures as JSON")
    asked = parser.parse_args(arguments)
    figures = table(SIZES, ROUNDS)
    print(f"{'people':>20}" + "".join(f"{n:>10}" for n in SIZES) + "     10,000 : 10")
    for kind, row in figures.items():
        print(f"{kind:>20}" + "".join(f"{row[n]:>10.2f}" for n in SIZES) + f"{row[10_000] / row[10]:>16.2f}")
    if asked.out:
        asked.out.write_text(json.dumps(figures, indent=1), "utf-8")


if __name__ == "__main__":
    main()
