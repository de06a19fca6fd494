# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How sure the class is: in this room, and among people like these."""

from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from leerlandschap.core.measures.completion import Room
from leerlandschap.core.measures.kinds import Region, Thresholds
from leerlandschap.core.measures.posterior import Probabilities, people
from leerlandschap.core.measures.tally import Tally


class Label(StrEnum):
    CLEAR = "clear"
    PROBABLE = "probable"
    TOO_FEW = "too_few"


class Certainty(Struct, frozen=True):
    """Two views and what follows from them.

    `label` is about `likeliest`, the likeliest region among people like these. Close to a line that can be another
    than the plain class of those who answered (7 of 10 agree, 1 disagrees: core, but likeliest mixed).
    """

    people: Probabilities
    room: Probabilities
    reachable: frozenset[Region]  # classes that the room can still end in
    settled: bool  # only one: the missing answers cannot change it, or nobody is missing
    label: Label

    @property
    def likeliest(self) -> Region:
        return self.people.likeliest


def certainty(tally: Tally, in_room: int, thresholds: Thresholds) -> Certainty:
    """`in_room` is how many people could have answered; fewer than did is read as: nobody is missing.

    Calibrated from about 20 answers; below 8 over-confident, hence `clear_from`.
    """
    return _certainty(tally, in_room, thresholds)


@lru_cache(maxsize=1024)  # every role and language asks the same of the same counts
def _certainty(tally: Tally, in_room: int, thresholds: Thresholds) -> Certainty:
    room = Room(tally, in_room, thresholds)
    among_people, reachable = people(tally, thresholds), room.reachable()
    return Certainty(
        people=among_people,
        room=room.probabilities(),
        reachable=reachable,
        settled=len(reachable) == 1,
        label=_label(among_people.of(among_people.likeliest), tally.answers, thresholds),
    )


def _label(highest: float, answers: int, lines: Thresholds) -> Label:
    if answers < lines.floor or highest < lines.probable:
        return Label.TOO_FEW
    return Label.CLEAR if highest >= lines.clear and answers >= lines.clear_from else Label.PROBABLE
