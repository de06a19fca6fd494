# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the tables of a file have the shape they should: every key there, known, and of the right kind.

The shapes themselves are the structs of ``core.workshop.playbook`` and ``core.landscape.outline``; nothing of them is
repeated here. A file writes a list in the singular, once for each of its parts: ``[[statement]]`` for the field
``statements``.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from types import UnionType
from typing import TypeVar, get_args, get_origin

from msgspec import NODEFAULT, Struct, convert
from msgspec.structs import FieldInfo, fields

from leerlandschap.core.landscape.outline import Feed
from leerlandschap.core.vocabulary import Country, Language, SectionId
from leerlandschap.core.workshop.playbook import Moment, Pacing, Playbook, QuestionKind, StepId, Turn, Wording
from leerlandschap.playbooks.complaint import Fault, Path

WRITTEN = {
    "steps": "step",
    "statements": "statement",
    "questions": "question",
    "options": "option",
    "script": "cue",
    "rescues": "rescue",
    "starters": "starter",
    "sections": "section",
    "paragraphs": "paragraph",
    "form_groups": "form_group",
    "terms": "term",
    "passages": "passage",
}
UNKNOWN: dict[type[StrEnum], str] = {
    Moment: "unknown_moment",
    Turn: "unknown_turn",
    StepId: "unknown_step",
    QuestionKind: "unknown_kind",
    Pacing: "unknown_pacing",
    SectionId: "unknown_section",
    Feed: "unknown_feed",
    Country: "unknown_country",
}
T = TypeVar("T")
PLAIN_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")  # an id goes into addresses and into the names of fields


def parts() -> dict[str, FieldInfo]:
    """The fields of a playbook, by the name they have in a file."""
    return written(Playbook)


def written(kind: type[Struct]) -> dict[str, FieldInfo]:
    """The fields of a struct, by the name they have in a file."""
    return {WRITTEN.get(each.name, each.name): each for each in fields(kind)}


def built(kind: type[T], value: object) -> T:
    """A value without faults, as what it is in core."""
    return convert(renamed(value), kind)


def renamed(value: object) -> object:
    """The same tables, with the names of the fields instead of those of a file."""
    back = {name: field for field, name in WRITTEN.items()}
    if isinstance(value, dict):
        return {back.get(key, key): renamed(each) for key, each in value.items()}
    return [renamed(each) for each in value] if isinstance(value, list) else value


def faults(kind: object, value: object, path: Path = ()) -> Iterator[Fault]:
    """What is not right about a value that should be a struct, a tuple of them, a word of an enum, a text, a date …"""
    kind = bare(kind)
    if get_origin(kind) is tuple:
        yield from in_row(get_args(kind)[0], value, path)
        return
    assert isinstance(kind, type)
    if issubclass(kind, Struct):
        yield from in_table(kind, value, path)
    elif issubclass(kind, StrEnum):
        yield from in_word(kind, value, path)
    elif kind is str:
        yield from in_text(value, path)
    elif kind is date:
        yield from in_date(value, path)
    else:
        yield from in_number(value, path, whole=kind is int)


def bare(kind: object) -> object:
    """The kind itself, without "or None" and without the name of an id."""
    if isinstance(kind, UnionType):
        kind = next(each for each in get_args(kind) if each is not type(None))
    return getattr(kind, "__supertype__", kind)


def in_row(kind: object, value: object, path: Path) -> Iterator[Fault]:
    """Faults in a list of parts."""
    if not isinstance(value, list):
        yield Fault(path, "not_a_list", {"key": last(path)})
        return
    for number, each in enumerate(value):
        yield from faults(kind, each, (*path, number))


def in_table(kind: type[Struct], value: object, path: Path) -> Iterator[Fault]:
    """Faults in a table with keys; of a wording every language must be there."""
    if not isinstance(value, dict):
        yield Fault(path, "not_two_languages" if kind is Wording else "not_a_table", {"key": last(path)})
        return
    shape = written(kind)
    yield from (unknown(key, [*shape], path) for key in value if key not in shape)
    for key, field in shape.items():
        if key in value:
            yield from faults(field.type, value[key], (*path, key))
        elif kind is Wording:
            yield Fault(path, f"missing_{Language(key)}", {"key": last(path)})
        elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
            yield Fault(path, "missing_key", {"key": key})


def unknown(key: str, allowed: list[str], path: Path) -> Fault:
    """The complaint about a key that does not belong here, with the one that was probably meant."""
    near = get_close_matches(key[:60], allowed, n=1)
    if near:
        return Fault((*path, key), "unknown_key_near", {"key": key[:60], "near": near[0]})
    return Fault((*path, key), "unknown_key", {"key": key[:60], "allowed": ", ".join(allowed)})


def in_word(kind: type[StrEnum], value: object, path: Path) -> Iterator[Fault]:
    """Faults in a word that must be one of a few."""
    if value not in [*kind]:
        yield Fault(path, UNKNOWN[kind], {"word": str(value)[:60], "allowed": ", ".join(kind)})


def in_text(value: object, path: Path) -> Iterator[Fault]:
    """Faults in a text: of another kind, empty, or with characters that no document can carry."""
    if not isinstance(value, str):
        yield Fault(path, "not_a_text", {"key": last(path)})
    elif not value.strip():
        yield Fault(path, "empty_text", {"key": last(path)})
    elif any(unicodedata.category(each) == "Cc" and each not in "\n\t" for each in value):
        yield Fault(path, "strange_characters", {"key": last(path)})
    elif path[-1] == "id" and not PLAIN_ID.fullmatch(value):
        yield Fault(path, "id_not_plain", {"id": value[:60]})


def in_date(value: object, path: Path) -> Iterator[Fault]:
    """Faults in a date; a moment is none."""
    if not isinstance(value, date) or isinstance(value, datetime):
        yield Fault(path, "not_a_date", {"key": last(path)})


def in_number(value: object, path: Path, *, whole: bool) -> Iterator[Fault]:
    """Faults in a number; true and false are none."""
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        yield Fault(path, "not_whole" if whole else "not_a_number", {"key": last(path)})


def last(path: Path) -> str:
    """The key at a place, with the language after it where it is one: ``title.nl``."""
    words = [each for each in path if isinstance(each, str)]
    return ".".join(words[-2:] if words[-1:] and words[-1] in [*Language] else words[-1:])
