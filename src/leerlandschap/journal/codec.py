# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events as JSON and back, whatever version they were written in."""

import msgspec

from leerlandschap.core.landscape import events as landscape
from leerlandschap.core.workshop import events as workshop
from leerlandschap.journal.lift import VERSIONS, lifted


class StreamEnded(msgspec.Struct, frozen=True, tag=True, tag_field="type"):
    """The stream was deleted. For a while this stands in its place, so that whoever had it open hears of it."""


Event = workshop.Event | landscape.Event | StreamEnded

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Event)


def written(event: Event) -> tuple[str, str]:
    """(kind, data): the kind is the event's name, with its version behind it from the second on."""
    name = type(event).__name__
    version = VERSIONS.get(name, 1)
    return (name if version == 1 else f"{name}.{version}"), _encoder.encode(event).decode()


def read(kind: str, data: str) -> Event:
    """The event in today's shape. Raises msgspec.ValidationError for what is no event of ours."""
    if "." not in kind and kind not in VERSIONS:  # nearly always: a shape that never changed
        event: Event = _decoder.decode(data)
        return event
    name, _, version = kind.partition(".")
    raw = lifted(name, int(version or 1), msgspec.json.decode(data))
    today: Event = msgspec.convert(raw, Event)
    return today
