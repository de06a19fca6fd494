# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The doors: the start page, the page behind a join code, and what is said when something did not go through."""

import datetime
from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct, structs

from leerlandschap.core.vocabulary import Language, Refusal, Refused, Role
from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render
from leerlandschap.text import say

# Refusals after which typing the code (again) is the way on.
BY_CODE = frozenset(
    {Refusal.WRONG_CODE, Refusal.CODE_INCOMPLETE, Refusal.NOT_FOUND, Refusal.KEY_MISSING, Refusal.KEY_EXPIRED}
)


class HeldKey(Struct, frozen=True):
    """A workshop or a landscape that this browser may enter. ``url`` is within this site; ``when`` it was made."""

    title: str
    organisation: str
    role: Role
    url: str
    when: datetime.date
    closed: bool = False


class Suggested(Struct, frozen=True):
    """What stands in the form of a new workshop already, such as the organisation of the last one."""

    title: str = ""
    organisation: str = ""
    team: str = ""


def start_page(page: Page, held: Sequence[HeldKey] = (), suggested: Suggested | None = None) -> Markup:
    """Two ways in: a code, or a workshop of one's own; and the keys held here, the open and the newest first."""
    return render(
        "start/start.html",
        page.language,
        page=structs.replace(page, path="/"),
        held=sorted(sorted(held, key=lambda k: k.when, reverse=True), key=lambda k: k.closed),
        suggested=suggested or Suggested(),
        **_form_needs(page),
    )


def join_page(page: Page, title: str, organisation: str, present: int, floor: int = 5) -> Markup:
    """One tap and you are in. ``present`` is how many already are; ``page.code`` is the code that brought you here.
    What one is told beforehand is about ``page.responsible``, and about totals from ``floor`` answers."""
    return render(
        "start/join.html",
        page.language,
        page=page,
        title=title,
        organisation=organisation,
        present=present,
        privacy=structs.replace(page.responsible, organisation=page.responsible.organisation or organisation),
        floor=floor,
        **_form_needs(page),
    )


def message_page(page: Page, refused: Refused | Refusal, onward: tuple[str, str] | None = None) -> Markup:
    """A refusal as a page: what is wrong, what you can do, and a way on.

    ``onward`` is an address and what its link says, for when there is a better way than the start page.
    """
    refusal = refused if isinstance(refused, Refused) else Refused(refused)
    wrong, then = refusal_sentences(refusal, page.language)
    return render(
        "start/message.html",
        page.language,
        page=page,
        wrong=wrong,
        then=then,
        onward=onward,
        by_code=refusal.code in BY_CODE,
        **_form_needs(page),
    )


def refusal_sentences(refused: Refused, language: Language) -> tuple[str, str]:
    """What is wrong, and what you can do: the two sentences of every refusal."""
    said = say(f"refusals.{refused.code.value}", language, **refused.facts)
    wrong, dot, then = said.partition(". ")
    return (f"{wrong}.", then) if dot else (said, "")


def _form_needs(page: Page) -> dict[str, object]:
    """What forms.html asks for: here nothing is remembered, only what was typed and refused."""
    return {"filled": {page.kept.form: page.kept.fields} if page.kept else {}, "kept": page.kept, "do": "/join"}
