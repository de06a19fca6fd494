# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preparing: what the workshop is called, how it runs, and every text that may be changed before the start."""

import re
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import Moment, Turn
from leerlandschap.screens.clocks import planned
from leerlandschap.screens.door import Door, places_of
from leerlandschap.screens.flow import Press
from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render
from leerlandschap.text import say
from leerlandschap.views.shapes import WorkshopView

GROUPS = ("card", "steps", "questions", "script", "rescues", "starters")
KEYS = {
    "steps.title": "step_title",
    "steps.instruction": "step_instruction",
    "questions.name": "question_name",
    "questions.text": "question_text",
    "questions.options.text": "option_text",
    "questions.options.description": "option_description",
    "questions.options.fill": "option_fill",
    "script.say": "say",
    "script.do": "do",
    "rescues.when": "rescue_when",
    "rescues.say": "rescue_say",
    "starters": "starter",
}
CARD = frozenset({"title", "subtitle", "aim", "duration", "closing"})


Cues = Sequence[tuple[Moment, Turn | None]]


class Place(Struct, frozen=True):
    """One text of the playbook: where it stands, how it is called, and what it says in the workshop's language."""

    place: str
    label: str
    text: str

    @property
    def form(self) -> str:
        return "text-" + self.place.replace(".", "-")


def prepare_page(page: Page, view: WorkshopView, door: Door) -> Markup:
    """What is refused comes back with what was typed; everything else saves itself."""
    places = places_of(view.workshop, page.language)
    return render(
        "facilitator/prepare.html",
        page.language,
        page=page,
        view=view,
        door=door,
        places=places,
        do=places.do,
        kept=page.kept,
        filled={},
        begun=any(s.status != "waiting" for s in view.statements) or view.moment is not Moment.WELCOME,
        total=planned(sum(s.minutes for s in view.steps), page.language),
        drop=_drop,
        groups=grouped(view, page.language),
        said=_said(view.language),
    )


def _drop(statement: Any, number: int) -> Press:
    return Press(c.DropStatement(statement), "drop", {"number": number}, twice="drop_twice")


def _said(language: Language) -> Any:
    """Texts are changed in the language of the workshop, whatever language the page speaks."""
    return lambda wording: wording.spoken(language)[0]


def grouped(view: WorkshopView, language: Language) -> dict[str, list[Place]]:
    """Every text of the playbook, in the order of the playbook, by the part of it that it belongs to."""
    groups: dict[str, list[Place]] = {name: [] for name in GROUPS}
    for place, wording in view.texts:
        found = Place(place, label(place, language, view.cues), wording.spoken(view.language)[0])
        groups[group_of(place)].append(found)
    return groups


def group_of(place: str) -> str:
    first = place.partition(".")[0]
    if first in CARD:
        return "card"
    return "starters" if first == "first_step_starter" else first


def label(place: str, language: Language, cues: Cues = ()) -> str:
    """How a place is called by people: *Denkvraag 2, antwoord 3*, *Gesprek: zin 1*."""
    numbers = [int(n) + 1 for n in re.findall(r"\d+", place)]
    names = [part for part in place.split(".") if not part.isdecimal()]
    key = KEYS.get(".".join(names), names[0])
    facts: dict[str, str | int] = dict(zip(("n", "m"), numbers, strict=False))
    if names[0] == "script":
        facts["moment"] = _moment(*cues[numbers[0] - 1], language)
    return say(f"facilitator.preparing.place.{key}", language, **facts)


def _moment(moment: Moment, turn: Turn | None, language: Language) -> str:
    said = say(f"facilitator.moment.{moment.value}", language).capitalize()
    return said if turn is None else say(f"facilitator.preparing.turn.{turn.value}", language, moment=said)
