# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entering what a group counted on paper: the same commands as a show of hands, all at once."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from leerlandschap.core.vocabulary import Refusal, Refused, Role, StatementId
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.live.requests import Taken, Wanted
from leerlandschap.live.workshop_room import WorkshopRoom
from leerlandschap.screens.page import Kept
from leerlandschap.screens.tallies import PLACES, tallies_page
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.web import answers, api, forms
from leerlandschap.web.house import House
from leerlandschap.web.pages import html, page_of, refused_page
from leerlandschap.web.workshops import seen_as

Counts = dict[StatementId, c.CountHands]


async def a_page(request: Request) -> Response:
    return await _drawn(request, None)


async def _drawn(request: Request, kept: Kept | None) -> Response:
    house: House = request.app.state.house
    stream = request.path_params["workshop"]
    found = await seen_as(house, request.scope, stream, Role.FACILITATOR)
    if isinstance(found, Refused):
        return refused_page(house, request.scope, found)
    door = house.door(stream)
    page = page_of(house, request.scope, kept, door, f"/w/{stream}/tallies")
    view = found[0].view(Role.FACILITATOR)
    return html(tallies_page(page, view, door), answers.status(kept.refused) if kept else 200)


async def enter(request: Request) -> Response:
    """Every row that was filled in, and then the reveal; a row that is not right refuses the whole page."""
    house: House = request.app.state.house
    stream = request.path_params["workshop"]
    found = await seen_as(house, request.scope, stream, Role.FACILITATOR)
    body = await api.limited_body(request)
    fields = body if isinstance(body, Refused) else forms.fields_of(body)
    if isinstance(found, Refused):
        return refused_page(house, request.scope, found)
    if isinstance(fields, Refused):
        return refused_page(house, request.scope, fields)
    room = found[0]
    counts = counted(fields, room.view(Role.FACILITATOR))
    trouble = counts if isinstance(counts, Refused) else await _taken(room, counts)
    if trouble is not None:
        return await _drawn(request, Kept("tallies", fields, trouble))
    return RedirectResponse(f"/w/{stream}/facilitator", 303)


def counted(fields: dict[str, str], view: WorkshopView) -> Counts | Refused:
    """The rows with a number in them, for statements that are not revealed; an empty field counts as nobody."""
    counts: Counts = {}
    for each in view.statements:
        row = [fields.get(f"{each.id}.{place}", "").strip() for place in PLACES]
        if each.status == "revealed" or not any(row):
            continue
        if not all(cell.isascii() and cell.isdecimal() and len(cell) <= 6 for cell in row if cell):
            return Refused(Refusal.COUNTS_NOT_VALID, str(each.id), {"most": view.limits.participants})
        *positions, no_opinion = (int(cell or 0) for cell in row)
        counts[each.id] = c.CountHands(each.id, tuple(positions), no_opinion)
    return counts or Refused(Refusal.COUNTS_NOT_VALID, None, {"most": view.limits.participants})


async def _taken(room: WorkshopRoom, counts: Counts) -> Refused | None:
    """The first refusal, if there is one; what was taken before it stays, and can be sent again."""
    before: list[c.Command] = [c.GoTo(StepId.STATEMENTS)]
    waiting = {s.id for s in room.view(Role.FACILITATOR).statements if s.status == "waiting"}
    opened = tuple(each for each in counts if each in waiting)
    before += [c.OpenStatements(opened)] if opened else []
    for command in (*before, *counts.values(), c.RevealStatements()):
        reply = await room.ask(Wanted(command, Role.FACILITATOR, Role.FACILITATOR.value))
        if not isinstance(reply, Taken):
            return reply
    return None
