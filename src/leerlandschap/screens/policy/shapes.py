# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a policy is made of, in the words of its own language."""

from typing import Literal

from msgspec import Struct

from leerlandschap.core.landscape.edition import Mark
from leerlandschap.core.landscape.outline import StandardText
from leerlandschap.core.vocabulary import Language, SectionId

# What a sentence can rest on. Each is something in the landscape that can be shown.
Kind = Literal[
    "workshop",
    "statement",
    "choice",
    "insight",
    "principle",
    "scope",
    "boundary",
    "follow_up",
    "finding",
    "point",
    "parked",
    "step",
    "review",
    "outline",
]


class Evidence(Struct, frozen=True):
    """One thing of the landscape: its kind, its id, and the workshop it comes from where it has one of its own.

    A statement, a choice, an insight (by its place), a point and what was parked (by its place) are a workshop's;
    principles, follow-ups, findings, boundaries and the scope are the landscape's. A step is one of the decision
    route, by its place; the review is the day planned for it. The outline is ours: what rests on it says nothing about
    the organisation, and gets no note.
    """

    kind: Kind
    id: str = ""
    workshop: str = ""


class Generated(Struct, frozen=True):
    """One passage as evidence gives it: a paragraph, or a table with its caption. ``id`` stays the same while its
    source exists. ``sources`` are what each row of a table rests on, where they do not all rest on the same.

    Raises ValueError without evidence: such a sentence, or such a row, does not exist.
    """

    id: str
    evidence: tuple[Evidence, ...] = ()
    text: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    sources: tuple[tuple[Evidence, ...], ...] = ()

    def __post_init__(self) -> None:
        if not self.behind or not all(self.sources):
            raise ValueError(f"passage {self.id} rests on nothing")
        if self.sources and len(self.sources) != len(self.rows):
            raise ValueError(f"table {self.id} has rows without a source of their own")

    @property
    def behind(self) -> tuple[Evidence, ...]:
        """Everything it rests on."""
        return (*self.evidence, *(each for row in self.sources for each in row))


class PolicyNote(Struct, frozen=True):
    """A numbered note: the evidence in words, and the page of the landscape where it can be seen."""

    number: int
    text: str
    place: str


class LegalWarning(Struct, frozen=True):
    """What the law says about something that a hand wrote; general explanation, no advice, as ``no_advice`` says."""

    id: str
    title: str
    text: str
    source: str
    no_advice: str


class PolicyPassage(Struct, frozen=True):
    """A passage as it stands now.

    ``source`` is the digest of what is generated in its place now ("" for one that is all by hand). ``changed``: that
    is not what the hand has seen; then ``generated`` holds the words it would be. ``gone``: nothing is generated in
    its place any more. ``wordings``: how often a hand wrote it. A table can be decided or left out, not edited; where
    its rows rest on different things, ``row_notes`` are those of each row, and its last column says them.
    ``warnings``: passages of the law that what a hand wrote here touches on.
    """

    id: str
    mark: Mark
    text: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[int, ...] = ()
    source: str = ""
    generated: str = ""
    changed: bool = False
    gone: bool = False
    wordings: int = 0
    row_notes: tuple[tuple[int, ...], ...] = ()
    warnings: tuple[LegalWarning, ...] = ()

    @property
    def is_table(self) -> bool:
        return bool(self.head)


class LeftOut(Struct, frozen=True):
    """A generated passage that the policy does without."""

    id: str
    text: str


class PolicySection(Struct, frozen=True):
    """``questions`` guide whoever fills it; they are printed while it is empty. ``standard``: texts on offer."""

    id: SectionId
    number: str
    title: str
    purpose: str
    questions: tuple[str, ...]
    passages: tuple[PolicyPassage, ...]
    left_out: tuple[LeftOut, ...]
    standard: tuple[StandardText, ...]
    is_annex: bool

    @property
    def is_empty(self) -> bool:
        return not self.passages

    @property
    def changed(self) -> int:
        """Passages whose source has changed and whose hand has not answered."""
        return sum(each.changed for each in self.passages)


class Policy(Struct, frozen=True):
    """The whole policy; ``filled`` of ``of`` sections have something in them (annexes not counted)."""

    language: Language
    title: str
    organisation: str
    sections: tuple[PolicySection, ...]
    notes: tuple[PolicyNote, ...]
    filled: int
    of: int

    def section(self, wanted: str) -> PolicySection | None:
        return next((s for s in self.sections if s.id == wanted), None)
