# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the frames of a meeting weigh on the wire, as they are and packed, for a phone and for the big screen."""

import time
from collections.abc import Callable, Mapping
from typing import Literal

from bench.clients import Screens
from bench.hall import Hall
from bench.telling import Row
from leerlandschap.live.cadence import CLOCK_EVERY

PEOPLE = 12
TOGETHER = "together"
QUIET_MS = 700  # longer than the beat of the counters
Who = Literal["participant", "projector"]
WHO: tuple[Who, ...] = ("participant", "projector")


def weighed(port: int) -> list[Row]:
    """A row for every moment: bytes of what one screen gets; 0 where there is nothing new for it to show."""
    hall = Hall(port, PEOPLE)
    statements = hall.statements()
    hall.lead("GoTo", step="statements")
    screens = {(who, gzip): Screens(port, [hall.stream(who, gzip=gzip)], 1) for who in WHO for gzip in (False, True)}
    try:
        for each in screens.values():
            each.open()
        time.sleep(QUIET_MS / 1000)
        moments: dict[str, Callable[[], object]] = {
            "statements open": lambda: hall.lead("OpenStatements"),
            "everybody answers": lambda: _answer(hall, statements),
            "reveal of five": lambda: hall.lead("RevealStatements"),
            "one is put to the group": lambda: hall.lead("PutStatement", statement=statements[0]),
            "the clock goes on": lambda: time.sleep(CLOCK_EVERY),
        }
        rows = [_moment(name, happen, screens) for name, happen in moments.items()]
        return [*rows, {"moment": TOGETHER, **{each: sum(row[each] for row in rows) for each in list(rows[0])[1:]}}]
    finally:
        for each in screens.values():
            each.close()


def _answer(hall: Hall, statements: list[str]) -> None:
    for number, key in enumerate(hall.people):
        for at, statement in enumerate(statements):
            hall.ask(key, "TakeStance", statement=statement, position=1 + (number * 7 + at * 3) % 5)


def _moment(name: str, happen: Callable[[], object], screens: Mapping[tuple[Who, bool], Screens]) -> Row:
    for each in screens.values():
        each.mark()
    happen()
    row: Row = {"moment": name}
    for (who, gzip), each in screens.items():
        row[f"{who}{', gzip' if gzip else ''}"] = each.wait(QUIET_MS, 3)["bytes"]
    return row
