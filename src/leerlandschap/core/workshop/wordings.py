# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Any text of a playbook by its path, such as ``script.3.say.0``, read and worded anew."""

from typing import Any

import msgspec

from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import Playbook, Wording

# Statements have commands of their own, with their own limits.
EDITABLE = frozenset({"title", "subtitle", "aim", "duration", "closing", "steps", "questions", "script", "rescues",
                      "starters", "first_step_starter"})  # fmt: skip


def wording_at(playbook: Playbook, place: str) -> Wording | None:
    """The wording at a path, or None where there is no text that may be changed."""
    parts = place.split(".")
    if parts[0] not in EDITABLE:
        return None
    here: Any = playbook
    for part in parts:
        here = _inside(here, part)
    return here if isinstance(here, Wording) else None


def _inside(here: Any, part: str) -> Any:
    if isinstance(here, tuple):
        return here[int(part)] if part.isdecimal() and len(part) < 5 and int(part) < len(here) else None
    if isinstance(here, msgspec.Struct) and part in here.__struct_fields__:
        return getattr(here, part)
    return None


def reworded(playbook: Playbook, place: str, language: Language, text: str) -> Playbook:
    """The playbook with one text changed. Other languages of that text fall away: they no longer say the same."""
    changed: Playbook = _replaced(playbook, place.split("."), Wording(**{language.value: text}))
    return changed


def _replaced(here: Any, parts: list[str], new: Wording) -> Any:
    if not parts:
        return new
    part, rest = parts[0], parts[1:]
    if isinstance(here, tuple):
        at = int(part)
        return (*here[:at], _replaced(here[at], rest, new), *here[at + 1 :])
    return msgspec.structs.replace(here, **{part: _replaced(getattr(here, part), rest, new)})
