# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms and words of a page, read the way a browser without scripts reads them."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlencode

Fields = list[tuple[str, str]]


class Form:
    """A form as it would be posted untouched: its id, address and fields. ``typed`` are the names one can type in."""

    def __init__(self, attributes: dict[str, str]) -> None:
        self.id = attributes.get("id", "")
        self.to = attributes.get("action", "")
        self.fields: Fields = []
        self.typed: list[str] = []

    @property
    def body(self) -> bytes:
        return urlencode(self.fields).encode()


class Page(HTMLParser):
    """``forms`` in order, ``ids`` of all elements, ``filled`` buttons, and ``words`` outside scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.ids: list[str] = []
        self.filled = 0
        self.words: list[str] = []
        self._open: Form | None = None
        self._silent = 0
        self._area: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        self.filled += "ll-button--now" in found.get("class", "").split()
        self._silent += tag in ("script", "style")
        if tag == "form":
            self._open = Form(found)
            self.forms.append(self._open)
        elif self._open is not None and tag in ("input", "textarea"):
            self._field(self._open, tag, found)

    def _field(self, form: Form, tag: str, found: dict[str, str]) -> None:
        kind = found.get("type", tag)
        if kind in ("radio", "checkbox") and "checked" not in found:
            return
        if kind not in ("hidden", "radio", "checkbox"):
            form.typed.append(found["name"])
        self._area = found["name"] if tag == "textarea" else None
        form.fields.append((found["name"], found.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")
        if tag == "form":
            self._open = None
        if tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area is not None and self._open is not None:
            name, before = self._open.fields[-1]
            self._open.fields[-1] = (name, before + data)
        elif not self._silent:
            self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words)).strip()


def commands_in(html: str) -> Iterator[Form]:
    """The forms that ask something of the workshop."""
    return (form for form in Page(html).forms if "/do" in form.to)
