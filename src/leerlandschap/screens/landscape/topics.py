# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small headings between the passages of a section, on screens: where many rest on the same, they stand under it.

The words and their order stay as they are; a document has no such headings.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from leerlandschap.core.vocabulary import Language, PrincipleId, SectionId, WorkshopId
from leerlandschap.screens.policy.sections.told import when
from leerlandschap.screens.rendering import plain
from leerlandschap.text import say
from leerlandschap.views.landscape_shapes import LandscapeView

BY_WORKSHOP = (SectionId.WHERE_WE_STAND, SectionId.ANNEX_METHOD)  # told workshop by workshop, as they were held
OF_A_WORKSHOP = re.compile(r"/workshops/(?P<workshop>[\w-]+)(#statement-(?P<number>\d+))?$")
OF_A_PRINCIPLE = re.compile(r"/principles/(?P<principle>[\w-]+)$")


class Noted(Protocol):
    """A passage, of the policy as it stands or of an edition."""

    @property
    def notes(self) -> tuple[int, ...]: ...


class Note(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def place(self) -> str: ...


P = TypeVar("P", bound=Noted)


class Topic(Struct, Generic[P], frozen=True):
    """Passages that belong together; ``heading`` is "" where they need none."""

    heading: str
    passages: tuple[P, ...]


def topics(
    section: SectionId, passages: Sequence[P], notes: Sequence[Note], view: LandscapeView, language: Language
) -> list[Topic[P]]:
    """The passages of a section in their order; without headings when no two would share one."""
    if not passages:
        return []
    places = {note.number: note.place for note in notes}
    named = [(_heading(section, [places[n] for n in each.notes], view, language), each) for each in passages]
    found = [Topic(heading, tuple(each for _, each in its)) for heading, its in groupby(named, key=lambda one: one[0])]
    if not any(topic.heading and len(topic.passages) > 1 for topic in found) or len(found) == 1:
        return [Topic("", tuple(passages))]
    return list(_closed(found, language))


def _closed(found: Sequence[Topic[P]], language: Language) -> Iterator[Topic[P]]:
    """What belongs to nothing gets a heading too once there has been one: it would seem to belong to that."""
    for at, topic in enumerate(found):
        yield topic if topic.heading or not at else Topic(say("landscape.topic.more", language), topic.passages)


def _heading(section: SectionId, places: Sequence[str], view: LandscapeView, language: Language) -> str:
    """What a passage is about, from the first of its notes; what several workshops said together is about none."""
    workshops = {found["workshop"] for place in places if (found := OF_A_WORKSHOP.search(place))}
    if not places or (len(workshops) > 1 and section in BY_WORKSHOP):
        return ""
    return _of(section, places[0], view, language)


def _of(section: SectionId, place: str, view: LandscapeView, language: Language) -> str:
    if found := OF_A_WORKSHOP.search(place):
        return _of_a_workshop(section, WorkshopId(found["workshop"]), found["number"], view, language)
    if section is SectionId.PRINCIPLES and (found := OF_A_PRINCIPLE.search(place)):
        principle = view.principle(PrincipleId(found["principle"]))
        return say("landscape.topic.principle", language, number=principle.number) if principle else ""
    if section is SectionId.WHERE_WE_STAND and "/f/" in place:
        return say(f"landscape.topic.{'found' if '#finding-' in place else 'unknown'}", language)
    return ""


def _of_a_workshop(
    section: SectionId, workshop: WorkshopId, number: str | None, view: LandscapeView, language: Language
) -> str:
    """The workshop where a section is told by workshops; else the statement, by its short name."""
    outcome = view.outcome(workshop)
    if outcome is None:
        return ""
    if section in BY_WORKSHOP:
        return say("landscape.topic.workshop", language, title=outcome.title, when=when(outcome, language))
    return next((plain(language, s.name) for s in outcome.statements if str(s.number) == number), "")
