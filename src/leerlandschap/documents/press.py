# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The press: one of our templates and what it is told, as PDF.

What it is told goes in as JSON and the template walks it, so no word of anybody ever becomes markup. Only our own
letters are used, never those of the machine: the same paper is the same file everywhere. Nothing waits for the
interpreter while the press runs, so a thread is enough to keep it off the event loop.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from leerlandschap.documents.coverage import LETTERS
from leerlandschap.documents.legible import breakable, legible

if TYPE_CHECKING:
    from typst import Fonts

TEMPLATES = Path(__file__).parent / "typst"

# Not broken: a drawing and what it shows, facts of the file, and an address that is typed over.
WHOLE = ("svg", "words", "name", "author", "scan")

# Hebrew and Arabic, of which a template asks more: it looks for phrases of them only when there are any.
TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

Standard = Literal["ua-1", "a-2a"]
ACCESSIBLE: tuple[Standard, ...] = ("ua-1",)  # tagged: ISO 14289-1
ARCHIVED: tuple[Standard, ...] = ("ua-1", "a-2a")  # and made to keep: ISO 19005-2, level A


def pressed(
    template: str, told: Mapping[str, Any], at: datetime.datetime | None, standards: Sequence[Standard] = ACCESSIBLE
) -> bytes:
    """The PDF; it conforms to the standards, or there is none: the press checks what it made.

    ``template`` is a file of ``typst/``, ``told`` anything that JSON can hold. ``at`` is the moment the file
    carries, if any; never that of the press, so the same is the same to the byte.
    ValueError for the archive without it: ISO 19005 asks for a date.
    """
    import typst

    if at is None and tuple(standards) == ARCHIVED:
        raise ValueError("a document for the archive has a date")
    day = (at.year, at.month, at.day) if at else None
    words = msgspec.json.encode(shown(msgspec.to_builtins({"day": day, **told}))).decode()

    return typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=letters(),
        ignore_system_fonts=True,
        sys_inputs={"told": words, "to_left": str(bool(TO_LEFT.search(words)))},
        pdf_standards=list(standards),
        timestamp=at.astimezone(datetime.UTC).replace(microsecond=0) if at else None,
    )


def shown(told: Any, key: str = "") -> Any:
    """The same with every text in characters that can be shown; words that stand on lines may break."""
    if isinstance(told, str):
        return legible(told) if key in WHOLE else breakable(legible(told))
    if isinstance(told, Mapping):
        return {name: shown(each, name) for name, each in told.items()}
    if isinstance(told, list | tuple):
        return [shown(each, key) for each in told]
    return told


@cache
def letters() -> "Fonts":
    """Our own, opened once: they are the same for every document."""
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[LETTERS])
