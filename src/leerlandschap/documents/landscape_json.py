# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A landscape as one JSON file, whole: it can be read in elsewhere, and then exports as the same bytes again.

``format`` ``version``  "leerlandschap.landscape" and 1
``landscape``         its id, which it keeps
``names``             owners' names by their ids; e-mail addresses and keys are not in it
``entries``           what happened, in order: seq, at, by, kind and the event itself

What people said in a workshop is in it as totals only: the outcome that the workshop handed on.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from leerlandschap.core.landscape import events as e
from leerlandschap.core.vocabulary import PersonId
from leerlandschap.journal import Entry
from leerlandschap.journal.codec import read, written
from leerlandschap.views.landscape import told

FORMAT = "leerlandschap.landscape"
VERSION = 1


class Line(Struct, frozen=True, forbid_unknown_fields=True):
    seq: int
    at: datetime.datetime
    by: str
    kind: str
    event: msgspec.Raw


class Whole(Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    version: int
    landscape: str
    names: dict[str, str]
    entries: list[Line]


class Unreadable(Exception):
    """A file that cannot be read in. ``reason`` is the code of its sentence, ``facts`` what belongs in it."""

    def __init__(self, reason: str, **facts: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


def landscape_json(entries: Iterable[Entry], names: Mapping[PersonId, str]) -> bytes:
    """The whole of one landscape, indented, as UTF-8. Raises ValueError for a stream without entries."""
    lines = [_line(each) for each in entries]
    if not lines:
        raise ValueError("a landscape begins with an entry")
    opened = msgspec.json.decode(lines[0].event)
    whole = Whole(FORMAT, VERSION, opened["landscape"], {str(who): names[who] for who in sorted(names)}, lines)
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _line(each: Entry) -> Line:
    kind, event = written(each.event)
    return Line(each.seq, each.at, each.by, kind, msgspec.Raw(event.encode()))


def landscape_entries(file: bytes) -> tuple[tuple[Entry, ...], dict[PersonId, str]]:
    """The entries and names in an exported file. Raises Unreadable with the reason: it is cut off or no JSON, it is
    something else, it comes from a newer version, or what it holds could not have happened."""
    whole = _whole(file)
    entries = tuple(_entry(whole, place, line) for place, line in enumerate(whole.entries, 1))
    try:
        told(((x.event, x.at, x.by) for x in entries if isinstance(x.event, e.Event)), {}, entries[-1].at)
    except (LookupError, ValueError, AttributeError) as trouble:
        raise Unreadable("import_impossible") from trouble
    return entries, {PersonId(who): name for who, name in whole.names.items()}


def _whole(file: bytes) -> Whole:
    try:
        raw: Any = msgspec.json.decode(file)
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        raise Unreadable("import_no_json") from trouble
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise Unreadable("import_other_format")
    if raw.get("version") != VERSION:
        raise Unreadable("import_newer", version=str(raw.get("version")))
    try:
        whole = msgspec.json.decode(file, type=Whole)
    except msgspec.ValidationError as trouble:
        raise Unreadable("import_broken", where=str(trouble)) from trouble
    if not whole.entries:
        raise Unreadable("import_impossible")
    return whole


def _entry(whole: Whole, place: int, line: Line) -> Entry:
    """A line as an entry of this landscape: the places without a gap, and nothing of another kind of stream."""
    try:
        event = read(line.kind, bytes(line.event).decode())
    except (msgspec.MsgspecError, ValueError, LookupError) as trouble:
        raise Unreadable("import_broken", where=f"entries[{place - 1}]") from trouble
    opened = isinstance(event, e.LandscapeOpened)
    fits = isinstance(event, e.Event) and line.seq == place and opened == (place == 1)
    if not fits or (isinstance(event, e.LandscapeOpened) and event.landscape != whole.landscape):
        raise Unreadable("import_broken", where=f"entries[{place - 1}]")
    return Entry(whole.landscape, line.seq, line.at, line.by, event)
