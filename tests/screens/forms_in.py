# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the forms of a page as a browser would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from leerlandschap.core.workshop import commands as c

from .played import FIRST, Meeting

CHOSEN = ("radio", "checkbox")


@dataclass
class Field:
    name: str
    kind: str
    value: str = ""
    checked: bool = False
    most: int | None = None


@dataclass
class Form:
    id: str
    action: str
    keep: str | None
    way: str | None
    after: str | None
    fields: list[Field] = field(default_factory=list)
    words: str = ""

    def named(self, name: str) -> list[Field]:
        return [f for f in self.fields if f.name == name]

    @property
    def type(self) -> str:
        return next((f.value for f in self.named("type")), "")

    @property
    def values(self) -> dict[str, list[str]]:
        """What the form would send as it stands."""
        sent: dict[str, list[str]] = {}
        for each in self.fields:
            if each.kind not in CHOSEN or each.checked:
                sent.setdefault(each.name, []).append(each.value)
        return sent


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.inside: Form | None = None
        self.typing: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = Form(
                given.get("id", ""), given["action"], given.get("data-keep"), given.get("data-send"),
                given.get("data-after"),
            )  # fmt: skip
            self.forms.append(self.inside)
        elif self.inside and tag in ("input", "textarea") and "name" in given:
            self.take(tag, given)

    def take(self, tag: str, given: dict[str, str]) -> None:
        most = int(given["maxlength"]) if "maxlength" in given else None
        kind = "text" if tag == "textarea" else given.get("type", "text")
        value = given.get("value", "on" if kind in CHOSEN else "")
        one = Field(given["name"], kind, value, "checked" in given, most)
        assert self.inside
        self.inside.fields.append(one)
        self.typing = one if tag == "textarea" else None

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None
        elif tag == "textarea" and self.typing:
            self.typing.value = self.typing.value.removeprefix("\n")
            self.typing = None

    def handle_data(self, data: str) -> None:
        if self.typing:
            self.typing.value += data
        elif self.inside:
            self.inside.words += data


def forms_in(html: str) -> list[Form]:
    reader = Reader()
    reader.feed(html)
    return reader.forms


def form_in(html: str, name: str) -> Form:
    """The form with this id."""
    return next(form for form in forms_in(html) if form.id == name)


def filled_in(form: Form) -> Iterator[dict[str, list[str]]]:
    """The form sent once for every choice it offers, with something in every other field."""
    choices: list[Field | None] = [f for f in form.fields if f.kind == "radio"]
    for choice in choices or [None]:
        sent: dict[str, list[str]] = {}
        for each in form.fields:
            if each.kind != "radio" or each is choice:
                said = {"text": "tekst", "number": "1"}.get(each.kind, each.value)
                sent.setdefault(each.name, []).append(said)
        yield sent


def revealed_by(people: int) -> Meeting:
    """A meeting of few people that has shown what they chose."""
    meeting = Meeting(people=people)
    meeting.leads(c.OpenStatements())
    for statement, positions in enumerate(FIRST):
        for person in range(people):
            meeting.says(person, c.TakeStance(meeting.state.playbook.statements[statement].id, positions[person]))
    meeting.leads(c.RevealStatements())
    return meeting
