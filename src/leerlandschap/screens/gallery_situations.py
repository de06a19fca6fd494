# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The typical ways in which answers fall, each as a workshop of twelve: to see whether the map is understood.

Six numbers a statement: from strongly disagree to strongly agree, and without an opinion; the others did not answer.
"""

from collections.abc import Mapping
from functools import cache
from itertools import chain, repeat
from types import MappingProxyType

from msgspec import Struct

from leerlandschap.core.vocabulary import Language, StatementId, Zone
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import Pacing
from leerlandschap.screens.gallery_workshop import Sample

PEOPLE = 12

Fallen = tuple[int, int, int, int, int, int]


class Situation(Struct, frozen=True):
    """How the answers fell on every statement. ``again``: how they fell on the third after the talk. ``ours``: what the
    group itself says of the fourth."""

    first: tuple[Fallen, ...]
    again: Fallen | None = None
    ours: Zone | None = None


CARD: tuple[Fallen, ...] = (
    (7, 4, 0, 1, 0, 0),
    (0, 1, 2, 5, 4, 0),
    (4, 2, 0, 3, 3, 0),
    (1, 2, 6, 1, 0, 2),
    (1, 1, 4, 4, 1, 1),
)
SITUATIONS: Mapping[str, Situation] = MappingProxyType(
    {
        "unanimous": Situation(
            ((10, 2, 0, 0, 0, 0), (0, 0, 0, 2, 10, 0), (0, 0, 1, 3, 8, 0), (9, 3, 0, 0, 0, 0), (0, 0, 0, 0, 12, 0))
        ),
        "two_camps": Situation(
            ((6, 0, 0, 0, 6, 0), (4, 3, 0, 2, 3, 0), (3, 3, 1, 1, 4, 0), (5, 0, 0, 0, 7, 0), (3, 0, 1, 2, 6, 0))
        ),
        "soft_camps": Situation(
            ((0, 6, 0, 6, 0, 0), (0, 5, 2, 5, 0, 0), (1, 4, 2, 5, 0, 0), (0, 4, 3, 4, 1, 0), (0, 3, 2, 6, 1, 0))
        ),
        "scattered": Situation(
            ((2, 0, 4, 3, 3, 0), (1, 1, 4, 3, 3, 0), (1, 1, 3, 5, 2, 0), (4, 4, 2, 1, 1, 0), (2, 4, 3, 2, 0, 1))
        ),
        "undecided": Situation(
            ((0, 1, 6, 2, 0, 3), (0, 1, 8, 1, 0, 2), (1, 1, 3, 1, 0, 6), (0, 0, 12, 0, 0, 0), (0, 2, 7, 3, 0, 0))
        ),
        "too_few": Situation(
            ((2, 1, 0, 0, 0, 0), (0, 0, 0, 2, 2, 0), (1, 0, 0, 2, 1, 0), (0, 0, 0, 0, 0, 0), (0, 0, 1, 0, 0, 0))
        ),
        "settled": Situation(
            ((6, 3, 0, 0, 0, 0), (0, 0, 1, 4, 4, 0), (4, 0, 0, 2, 3, 0), (0, 1, 6, 1, 0, 1), (0, 2, 3, 3, 0, 0))
        ),
        "shifted_together": Situation(CARD, again=(0, 1, 1, 6, 4, 0)),
        "shifted_apart": Situation((*CARD[:2], (0, 2, 6, 4, 0, 0), *CARD[3:]), again=(4, 2, 0, 3, 3, 0)),
        "overruled": Situation(CARD, ours=Zone.CORE),
        "three_statements": Situation(CARD[:3]),
        "twelve_statements": Situation(
            (
                *CARD,
                (0, 1, 0, 6, 5, 0),
                (3, 3, 1, 3, 2, 0),
                (0, 1, 1, 7, 3, 0),
                (0, 0, 0, 4, 8, 0),
                (2, 2, 3, 3, 1, 1),
                (1, 1, 5, 1, 0, 4),
                (4, 4, 0, 2, 2, 0),
            )
        ),
    }
)


@cache
def fallen(name: str, language: Language) -> Sample:
    """The workshop in which the answers have fallen like this, and have been shown."""
    situation = SITUATIONS[name]
    sample = Sample(language, PEOPLE, speaks=True, long=False, pacing=Pacing.ALL_FIRST)
    _as_many(sample, len(situation.first))
    sample.leads(c.OpenStatements())
    for statement, counts in zip(sample.statements, situation.first, strict=True):
        sample.later(0.2)
        _choose(sample, statement, counts)
    sample.leads(c.RevealStatements())
    if situation.again:
        third = sample.statements[2]
        sample.leads(c.PutStatement(third), c.AskAgain(third))
        _choose(sample, third, situation.again)
        sample.leads(c.RevealStatements())
    if situation.ours:
        sample.leads(c.OverruleVerdict(sample.statements[3], situation.ours))
    return sample


def _as_many(sample: Sample, wanted: int) -> None:
    for statement in sample.statements[wanted:]:
        sample.leads(c.DropStatement(statement))
    for number in range(len(sample.statements) + 1, wanted + 1):
        name = sample.word(f"statement_{number}")
        sample.leads(c.EditStatement(f"{name}.", name))


def _choose(sample: Sample, statement: StatementId, counts: Fallen) -> None:
    positions: list[int | None] = [1, 2, 3, 4, 5, None]
    chosen = chain.from_iterable(repeat(position, n) for position, n in zip(positions, counts, strict=True))
    for person, position in enumerate(chosen):
        sample.says(person, c.TakeStance(statement, position))
