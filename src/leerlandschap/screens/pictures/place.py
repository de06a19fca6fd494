# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a landscape is drawn from: one place a statement, and what follows from its counts.

*Counts* are always five numbers of people, from strongly disagree to strongly agree. What must stay hidden must not be
handed in: `counts` is None when too few answered.
"""

from dataclasses import dataclass, replace

Counts = tuple[int, int, int, int, int]

CORE, GREY, TOO_FEW = "core", "grey", "too_few"
POLARISED = "polarised"
SIDES = ("core_agree", "core_disagree")  # they never join
THINNEST_MIST = 0.40


@dataclass(frozen=True, slots=True)
class Moved:
    """How many people went towards agree, towards disagree, or stayed, of those who answered twice."""

    up: int
    down: int
    stayed: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words under a name. Accent: what moved, or what the group itself said."""

    text: str
    accent: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One statement on the map.

    `kind` is core_agree, core_disagree, polarised, undecided, scattered or too_few; `zone` (where it lies, the group's
    own verdict included) and `measured_zone` are core, grey or too_few. `settled`: no missing answer can change the
    class; `probable`: it probably stays. `answers` counts *no opinion* too. What is called before is of the
    round before this one. Under the name stand the `lines`, or the `verdict` when there are none.
    """

    number: int
    name: str
    kind: str
    zone: str
    measured_zone: str
    settled: bool
    probable: bool
    counts: Counts | None
    no_opinion: int
    answers: int
    before: Counts | None = None
    before_kind: str | None = None
    before_no_opinion: int = 0
    moved: Moved | None = None
    verdict: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def seen(self) -> Counts | None:
        """The counts that may be drawn; None when there are too few answers, or none."""
        return None if TOO_FEW in (self.kind, self.measured_zone) or not self.answers else self.counts

    @property
    def as_it_was(self) -> "Place":
        """The land of the round before; that of now where there is none."""
        if self.before is None or self.before_kind is None:
            return self
        return replace(
            self,
            kind=self.before_kind,
            measured_zone=CORE if self.before_kind in SIDES else GREY,
            counts=self.before,
            no_opinion=self.before_no_opinion,
            answers=sum(self.before) + self.before_no_opinion,
        )

    @property
    def is_firm(self) -> bool:
        return self.zone == CORE

    @property
    def is_overruled(self) -> bool:
        """The group says otherwise than the answers."""
        return self.zone != self.measured_zone

    @property
    def has_moved(self) -> bool:
        """False when everyone who answered twice stayed: then only other people make the difference."""
        return self.before is not None and (self.moved is None or self.moved.up + self.moved.down > 0)


def mean(counts: Counts) -> float:
    """The mean position, 1..5; 3 when nobody chose one."""
    people = sum(counts)
    return sum(j * c for j, c in enumerate(counts, 1)) / people if people else 3.0


def marks(counts: Counts, kind: str | None) -> tuple[float, ...]:
    """Where the number stands: at the mean; with two camps twice, at the mean of each camp."""
    if kind != POLARISED:
        return (mean(counts),)
    sd, d, _, a, sa = counts
    return mean((sd, d, 0, 0, 0)), mean((0, 0, 0, a, sa))


def disagreement(counts: Counts) -> float:
    """D, 0 (all the same) to 1 (two halves at the ends): the sum of F(1 - F) over the four steps of the scale.

    Blair and Lacy (2000), scaled to 0..1.
    """
    people, below, total = sum(counts), 0, 0.0
    for count in counts[:4] if people else ():
        below += count
        total += below / people * (1 - below / people)
    return total


def mist(place: Place) -> float:
    """How dense: 0 on firm ground, else 0.40..1, by the widest of spread, indecision and opposed shares."""
    counts = place.seen
    if counts is None or place.measured_zone != GREY:
        return 0.0
    against, agree = sum(counts[:2]), sum(counts[3:])
    undecided = (place.answers - against - agree) / place.answers
    widest = max(disagreement(counts), undecided, 2 * min(against, agree) / place.answers)
    return THINNEST_MIST + (1 - THINNEST_MIST) * min(1.0, widest)
