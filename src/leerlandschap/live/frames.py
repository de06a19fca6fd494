# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a view to the bytes of one frame."""

import msgspec
from msgspec.structs import replace

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.live.hub import Audience
from leerlandschap.live.packing import Frame
from leerlandschap.screens.door import Door
from leerlandschap.screens.facilitator import facilitator_region
from leerlandschap.screens.participant import on_phone, participant_region
from leerlandschap.screens.projector import projector_region
from leerlandschap.views.shapes import WorkshopView

_json = msgspec.json.Encoder()


def body(view: WorkshopView, audience: Audience, door: Door) -> bytes:
    """What an audience sees: the whole region, or the view as JSON."""
    return _json.encode(view) if audience.form == "json" else _region(view, audience.role, audience.language, door)


def looks(view: WorkshopView, audience: Audience) -> WorkshopView | None:
    """What can be seen of a view apart from the time, which goes on by itself on every screen: views that are equal in
    this look the same. None for programs, who are told of everything."""
    if audience.form == "json":
        return None
    shown = on_phone(view) if audience.role is Role.PARTICIPANT else view
    until = view.clock.until
    clock = replace(view.clock, now=view.opened_at, left=0.0, used=0.0, until=until and until.replace(microsecond=0))
    steps = tuple(replace(step, spent=0.0, lent=0.0, left=0.0) for step in view.steps)
    return replace(shown, seq=0, clock=clock, steps=steps)


def frame(seq: int, body: bytes) -> Frame:
    """Server-sent event (WHATWG HTML, section 9.2): the sequence number as its id, the body as its data."""
    lines = b"\n".join(b"data: " + line for line in body.splitlines())
    return Frame(b"id: %d\n%s\n\n" % (seq, lines))


def _region(view: WorkshopView, role: Role, language: Language, door: Door) -> bytes:
    if role is Role.FACILITATOR:
        return facilitator_region(view, language, door).encode()
    if role is Role.PROJECTOR:
        return projector_region(view, language, door).encode()
    return participant_region(view, language).encode()
