# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the writing coach says, as a piece of a page: at most three hints, and where in the text they are."""

import re
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.coach import Hint, hints, to_show
from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.rendering import render
from leerlandschap.text import lexicon, said


class Line(Struct, frozen=True):
    """``key`` is by what it is ignored."""

    key: str
    sentence: str


class Part(Struct, frozen=True):
    """A stretch of the text."""

    text: str
    is_marked: bool


def coach_fragment(shown: Sequence[Hint], text: str, language: Language) -> Markup:
    """The inner HTML of the place below the field; empty when there is nothing to say."""
    if not shown:
        return Markup("")
    lines = [Line(hint.key, said(hint, language)) for hint in shown]
    spans = [hint.span for hint in shown if not hint.is_about_all]
    return render("shared/coach-hints.html", language, lines=lines, marked=list(marked(text, spans)) if spans else [])


def marked(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Part]:
    """The text in stretches, those within a span marked; spans may lie over each other."""
    place = 0
    for start, end in sorted(spans):
        if start > place:
            yield Part(text[place:start], False)
        if end > place:
            yield Part(text[max(start, place) : end], True)
            place = end
    if place < len(text):
        yield Part(text[place:], False)


def beside(page: Markup, field: str, text: str, language: Language) -> Markup:
    """A page as it looks once this has been typed in the field, and the coach has answered."""
    fragment = str(coach_fragment(to_show(hints(text, lexicon(), language)), text, language))
    written = re.sub(
        rf'(<textarea[^>]* id="{field}"[^>]*>)\s*(?=</textarea>)',
        lambda begun: begun[1] + str(Markup.escape(text)),
        str(page),
    )
    advised = re.sub(rf'(<div[^>]* id="{field}-coach"[^>]*>)', lambda place: place[1] + fragment, written)
    return Markup(advised)  # noqa: S704 - of pieces that are HTML already
