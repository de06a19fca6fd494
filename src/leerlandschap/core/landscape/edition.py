# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A policy as it was adopted: its words, whole, with the evidence each had. Never changed, always readable."""

import datetime
from typing import Literal

from msgspec import Struct

from leerlandschap.core.vocabulary import Language, SectionId

Mark = Literal["generated", "edited", "decided"]


class EditionNote(Struct, frozen=True, omit_defaults=True):
    """What a sentence rests on, in words, with the place where it can be seen in the landscape."""

    number: int
    text: str
    place: str = ""


class EditionPassage(Struct, frozen=True, omit_defaults=True):
    """One passage: a paragraph, or the rows of a table under their heads; ``notes`` are numbers.

    Where each row of a table has notes of its own, ``row_notes`` has them, and the last column says them.
    """

    id: str
    mark: Mark
    text: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[int, ...] = ()
    row_notes: tuple[tuple[int, ...], ...] = ()


class EditionSection(Struct, frozen=True, omit_defaults=True):
    id: SectionId
    number: str
    title: str
    passages: tuple[EditionPassage, ...] = ()
    gaps: tuple[str, ...] = ()  # guiding questions that stood open


class Edition(Struct, frozen=True, omit_defaults=True):
    """``without_consent`` says why the works council was not needed, where it was not."""

    version: int
    language: Language
    organisation: str
    on: datetime.date
    adopted_by: str
    valid_until: datetime.date | None = None
    review_on: datetime.date | None = None
    without_consent: str = ""
    sections: tuple[EditionSection, ...] = ()
    notes: tuple[EditionNote, ...] = ()
