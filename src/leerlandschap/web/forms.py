# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a form or JSON to a command. Names of fields are those of the command; ``dots.p1=2`` fills a map."""

from typing import Any, get_args
from urllib.parse import parse_qsl

import msgspec
from msgspec import Struct

from leerlandschap.core.landscape import commands as landscape
from leerlandschap.core.vocabulary import Refusal, Refused
from leerlandschap.core.workshop import commands as workshop

LARGEST = 256 * 1024  # bytes of a request: the longest text in any script, percent-encoded
NOT_OURS = frozenset({"key", "form", "many"})  # fields of the form that are not of the command
LISTS = frozenset({"statements", "points", "principles", "counts"})
DATES = frozenset({"due_on", "on", "valid_until", "review_on"})


class Reading:
    """From bytes to the commands of one kind of stream. ``mine`` is the union of those that may come from outside."""

    def __init__(self, mine: Any) -> None:
        self.kinds: dict[str, type[Struct]] = {kind.__name__: kind for kind in get_args(mine)}
        self._json = msgspec.json.Decoder(mine)

    def json(self, body: bytes) -> Any | Refused:
        """Raises nothing: what cannot be read is refused, with the place that is wrong."""
        try:
            return self._json.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
            return self._unreadable(body, str(trouble))

    def form(self, body: bytes) -> Any | Refused:
        """A command from a form (application/x-www-form-urlencoded)."""
        try:
            pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=500)
        except ValueError:
            return Refused(Refusal.MALFORMED, None, {"where": "$"})
        raw = _gathered(pairs)
        kind = self.kinds.get(str(raw.pop("type", "")))
        if kind is None:
            return Refused(Refusal.UNKNOWN_COMMAND, "type")
        try:
            return msgspec.convert(_without_blanks(raw), kind, strict=False)
        except msgspec.ValidationError as trouble:
            return self._misfit(kind.__name__, str(trouble))

    def _unreadable(self, body: bytes, trouble: str) -> Refused:
        try:
            named = msgspec.json.decode(body)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return Refused(Refusal.MALFORMED, None, {"where": "$"})
        kind = named.get("type") if isinstance(named, dict) else None
        return self._misfit(kind, trouble)

    def _misfit(self, kind: object, trouble: str) -> Refused:
        if not isinstance(kind, str) or kind not in self.kinds:
            return Refused(Refusal.UNKNOWN_COMMAND, "type")
        where = _place(trouble)
        if where in DATES:
            return Refused(Refusal.DATE_NOT_VALID, where)
        return Refused(Refusal.MALFORMED, where or None, {"where": where or "$"})


def _place(trouble: str) -> str:
    """The field msgspec complains about: from its path, or from the name it misses or does not know."""
    if "`$." in trouble:
        return trouble.split("`$.")[-1].split("`")[0].split("[")[0]
    return trouble.split("`")[1] if trouble.count("`") >= 2 and "`$`" not in trouble.split(" - ")[0] else ""


def fields_of(body: bytes) -> dict[str, str] | Refused:
    """The fields of a form, the last of each name; for showing them again when it is refused."""
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=500))
    except ValueError:
        return Refused(Refusal.MALFORMED, None, {"where": "$"})


def chosen_in(body: bytes) -> dict[str, tuple[str, ...]]:
    """Every value of each name in a form that ``fields_of`` could read: ticked boxes share one."""
    chosen: dict[str, tuple[str, ...]] = {}
    for name, value in parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=500):
        chosen[name] = (*chosen.get(name, ()), value)
    return chosen


def _gathered(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    many = {value for name, value in pairs if name == "many"}
    for name, value in pairs:
        field, _, inner = name.partition(".")
        if inner and field == "touches" and not value:  # a principle that the finding does not touch
            continue
        if inner:
            raw.setdefault(field, {})[inner] = value or "0"
        elif field in LISTS or field in many:
            raw.setdefault(field, []).extend([value] if value else [])
        elif field not in NOT_OURS:
            raw[field] = value
    for field in many:
        raw.setdefault(field, [])
    return raw


def _without_blanks(raw: dict[str, Any]) -> dict[str, Any]:
    """An empty field says nothing, except where taking something away is what it says."""
    empty = {"position": None, "verdict": None}
    return {
        name: empty.get(name, value) if value == "" else value
        for name, value in raw.items()
        if value != "" or name in empty or name in _TEXTS
    }


# Fields that people type in: an empty one is an empty text, so that it can be taken away.
_TEXTS = frozenset(
    {"text", "motivation", "title", "organisation", "team", "statement", "name", "because", "means", "except",
     "first_step", "done_when", "reservation", "fill", "owner", "reason", "number", "remark", "adopted_by",
     "without_consent"}
)  # fmt: skip

OF_A_WORKSHOP = Reading(workshop.Asked)
OF_A_LANDSCAPE = Reading(landscape.Asked)
