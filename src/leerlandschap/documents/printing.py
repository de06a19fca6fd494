# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a facilitator prints: the card, a card for each statement, a poster with the way in, and a canvas for groups
without screens. Tagged PDF like every other."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.documents.press import pressed
from leerlandschap.screens.clocks import planned
from leerlandschap.screens.door import Door
from leerlandschap.screens.pictures import draw_qr
from leerlandschap.screens.pictures.on_paper import for_paper
from leerlandschap.screens.rendering import plain
from leerlandschap.text import say
from leerlandschap.views.shapes import StatementView, WorkshopView

Size = Literal["a4", "a3", "a2"]
Told = dict[str, Any]

ON_THE_CARD = (StepId.STATEMENTS, StepId.FOLLOW_UPS, StepId.PRINCIPLES)
POSITIONS = ("strongly_disagree", "disagree", "between", "agree", "strongly_agree")
CANVAS_ROOM = 6  # statements that fit on a canvas; more get a second
CANVAS_WORDS = (
    "canvas", "mark", "clear_up", "what", "owner", "by", "first_step", "done_when", "principles", "principle",
    "because", "means", "except", "scope", "boundaries", "about_us", "counted",
)  # fmt: skip


class Print(Struct, frozen=True):
    """Something to print: its template, the sizes it comes in (the first is the usual one), and what it is told."""

    template: str
    sizes: tuple[Size, ...]
    tell: Callable[[WorkshopView, Door, Language], Told]

    def press(self, view: WorkshopView, door: Door, language: Language, size: Size) -> bytes:
        """The PDF, on paper of this size."""
        told = {
            "name": f"{self.title(language)}: {view.title}",
            "author": view.organisation,
            "language": language.value,
            "size": size,
            "title": view.title,
            "organisation": ", ".join(each for each in (view.organisation, view.team) if each),
            "running": ", ".join(each for each in (view.title, view.organisation, view.team) if each),
        }
        return pressed(self.template, told | self.tell(view, door, language), view.opened_at)

    def title(self, language: Language) -> str:
        return say(f"paper.print.{self.template.removesuffix('.typ')}", language)


def _card(view: WorkshopView, door: Door, language: Language) -> Told:
    steps = [step for step in view.steps if step.id in ON_THE_CARD]
    asked = {
        StepId.STATEMENTS: [plain(language, each.text) for each in standing(view)],
        StepId.PRINCIPLES: [plain(language, each.text) for each in view.questions],
    }
    return {
        "title": plain(language, view.playbook_title),
        "aim": plain(language, view.aim),
        "duration": plain(language, view.duration),
        "closing": plain(language, view.closing),
        "steps": [
            {
                "title": plain(language, step.title),
                "minutes": planned(step.minutes, language),
                "instruction": plain(language, step.instruction),
                "asked": asked.get(step.id, []),
                "numbered": step.id is StepId.STATEMENTS,
            }
            for step in steps
        ],
    }


def _statements(view: WorkshopView, door: Door, language: Language) -> Told:
    scale = [say(f"general.position.{name}", language) for name in POSITIONS]
    return {
        "statements": [_numbered(each, language) for each in standing(view)],
        "left": scale[0].capitalize(),
        "right": scale[-1].capitalize(),
        "none": say("paper.print.none", language),
    }


def _poster(view: WorkshopView, door: Door, language: Language) -> Told:
    return {
        "svg": for_paper(draw_qr(door.join_url, "")),
        "words": say("paper.print.qr_words", language, url=door.join_url),
        "call": say("projector.join", language),
        "scan": say("facilitator.wall.scan", language, host=door.host),
        "code": door.spoken,
        "promise": say("facilitator.wall.privacy", language),
    }


def _canvas(view: WorkshopView, door: Door, language: Language) -> Told:
    every = [_numbered(each, language) for each in standing(view)] or [{"number": 1, "text": ""}]
    scale = [say(f"general.position.{name}", language).capitalize() for name in POSITIONS]
    return {
        "sheets": [every[i : i + CANVAS_ROOM] for i in range(0, len(every), CANVAS_ROOM)],
        "scale": scale,
        "no_opinion": say("general.position.no_opinion", language).capitalize(),
        "title": plain(language, view.playbook_title),
        "words": {word: say(f"paper.canvas.{word}", language) for word in CANVAS_WORDS},
    }


def standing(view: WorkshopView) -> list[StatementView]:
    """The statements that were not parked."""
    return [each for each in view.statements if not each.parked]


def _numbered(each: StatementView, language: Language) -> Told:
    return {"number": each.number, "text": plain(language, each.text)}


PRINTS: Mapping[str, Print] = MappingProxyType(
    {
        "card": Print("card.typ", ("a4",), _card),
        "statements": Print("statements.typ", ("a4",), _statements),
        "poster": Print("poster.typ", ("a4", "a3"), _poster),
        "canvas": Print("canvas.typ", ("a3", "a2"), _canvas),
    }
)
