# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of `measure`: one record a statement, with names that other programs can rely on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import msgspec
from msgspec import Struct

from leerlandschap.cli.sheet import Sheet
from leerlandschap.core import measures
from leerlandschap.core.measures import Certainty, Kind, Label, Pace, Region, Tally, Thresholds

SEED = 1
ROOM_AT_MOST = 1_000  # more people than this in a file, and no word about a room: that was no room

Record = dict[str, Any]


class Asked(Struct, frozen=True):
    """`room`: how many were there; None for everyone in the file."""

    room: int | None = None
    teams: bool = False
    thresholds: Thresholds = Thresholds()


class Figures(Struct, frozen=True):
    """`statements`: a record each; `expected_wrong_labels`: how many of the labels clear and probable."""

    statements: list[Record]
    expected_wrong_labels: float


def figures(sheet: Sheet, asked: Asked, progress: Callable[[int, int], None]) -> Figures:
    """Of the last round of each statement, with the shift from its first. `progress` hears how many of how many."""
    paces = _paces(sheet)
    hidden = _hidden_teams(sheet, asked) if asked.teams else frozenset()
    records, certainties = [], []
    for done, statement in enumerate(sheet.rounds):
        progress(done, len(sheet.rounds))
        tally = sheet.last(statement).tally()
        kind = measures.kind_of(tally, asked.thresholds)
        sure = _certainty(tally, sheet, asked)
        label = _label(sure, kind)
        if label is not Label.TOO_FEW:
            certainties.append(sure)
        record = {
            "statement": statement,
            **_counted(tally),
            **_classed(kind, label, sure, _in_room(sheet, asked)),
            **_apart(tally),
            **_moved(sheet, statement),
            "quick": _quick(sheet, statement, paces, asked.thresholds),
        }
        records.append(
            record | (_teams(sheet.tallies_by_team(statement), hidden, asked.thresholds) if asked.teams else {})
        )
    return Figures(records, measures.expected_wrong_labels(certainties))


def _in_room(sheet: Sheet, asked: Asked) -> int | None:
    if asked.room is not None:
        return asked.room
    return len(sheet.people) if len(sheet.people) <= ROOM_AT_MOST else None


def _certainty(tally: Tally, sheet: Sheet, asked: Asked) -> Certainty:
    return measures.certainty(tally, _in_room(sheet, asked) or tally.answers, asked.thresholds)


def _label(sure: Certainty, kind: Kind) -> Label:
    """On the line between two classes the plain class may not be the likeliest: then the label claims nothing."""
    return sure.label if kind.region is sure.likeliest else Label.TOO_FEW


def _counted(tally: Tally) -> Record:
    parts = measures.shares(tally)
    named = ("agree", "middle", "disagree")
    return {
        "n": tally.opinions,
        "no_opinion": tally.no_opinion,
        "shares": {name: getattr(parts, name) if parts else None for name in named},
    }


def _classed(kind: Kind, label: Label, sure: Certainty, room: int | None) -> Record:
    region = kind.region
    return {
        "class": region,
        "sublabel": kind if region is Region.MIXED else None,
        "label": label,
        "certainty": {
            "people": sure.people.of(region) if region else None,
            "room": sure.room.of(region) if region and room is not None else None,
        },
        "settled": sure.settled if region and room is not None else None,
    }


def _apart(tally: Tally) -> Record:
    return {
        "D": measures.disagreement(tally),
        "D_unbiased": measures.disagreement_unbiased(tally),
        "O": measures.opposition(tally),
    }


def _moved(sheet: Sheet, statement: str) -> Record:
    """None for a statement that was put once."""
    if len(sheet.rounds[statement]) < 2:
        return {"shift": None, "convergence": None}
    pairs = list(sheet.pairs(statement))
    moved, closer = measures.shift(pairs), measures.convergence(pairs, SEED)
    return {
        "shift": {"up": moved.up, "down": moved.down, "stayed": moved.stayed, "p": moved.p},
        "convergence": {"delta": closer.delta, "p": closer.p},
    }


def _paces(sheet: Sheet) -> Mapping[str, Pace] | None:
    """Of the first round; None when nobody was timed."""
    columns = {statement: sheet.first(statement) for statement in sheet.rounds}
    if not any(column.seconds for column in columns.values()):
        return None
    times = chain.from_iterable(
        ((person, statement, seconds) for person, seconds in zip(column.people, column.seconds, strict=True))
        for statement, column in columns.items()
    )
    return measures.paces((each for each in times if each[2] == each[2]), sheet.lengths)


def _quick(sheet: Sheet, statement: str, paces: Mapping[str, Pace] | None, lines: Thresholds) -> bool | None:
    """None when nobody was timed."""
    if paces is None:
        return None
    return measures.quick(measures.kind_of(sheet.first(statement).tally(), lines), paces.get(statement), lines)


def _hidden_teams(sheet: Sheet, asked: Asked) -> frozenset[str]:
    """The same teams in every statement that is shown, or the difference of two would tell what is hidden."""
    by_statement = [sheet.tallies_by_team(statement) for statement in sheet.rounds]
    matrix = [[tally.answers for tally in tallies.values()] for tallies in by_statement]
    shown = [answers for answers in matrix if sum(answers) >= asked.thresholds.floor]
    names: Sequence[str] = list(by_statement[0]) if by_statement else []
    if not shown:
        return frozenset(names)
    return frozenset(names[index] for index in measures.same_for_all(shown, asked.thresholds.floor))


def _teams(tallies: Mapping[str, Tally], hidden: frozenset[str], lines: Thresholds) -> Record:
    """`teams`: the decomposition, None in all its places when fewer than two teams may be shown. `team_cells`: the
    answers and shares of each, None where hidden; near unanimity a share is told as at least 0.9 or at most 0.1.
    """
    if sum(tally.answers for tally in tallies.values()) < lines.floor:
        hidden = frozenset(tallies)  # a statement that is not shown at all had no say in what to hide
    shown = [team for team in tallies if team not in hidden]
    parts = msgspec.structs.asdict(measures.decompose(list(tallies.values()), SEED))
    return {
        "teams": parts if len(shown) > 1 else dict.fromkeys(parts),
        "team_cells": {team: None if team in hidden else _cell(tally) for team, tally in tallies.items()},
    }


def _cell(tally: Tally) -> Record:
    parts = measures.shares(tally)
    return {"answers": tally.answers, "shares": dict(_told(parts)) if parts else None}


def _told(parts: measures.Shares) -> Iterator[tuple[str, Record]]:
    for name in ("agree", "middle", "disagree"):
        told = measures.unanimity_shown(getattr(parts, name), hidden_identity=True)
        yield name, {"share": told.share, "bound": told.bound}
