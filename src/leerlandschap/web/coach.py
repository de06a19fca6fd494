# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The writing coach beside a field: a text in, a piece of HTML with at most three hints out, or nothing.

It needs no key, as the start page needs none: whoever may see a form may ask. So it stays within bounds of its own: a
principle is short, and all askers together get so many answers a second. Nothing of it is kept or written down.
"""

from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from leerlandschap.core.coach import hints, is_just_begun, to_show
from leerlandschap.core.vocabulary import Language, Refusal, Refused
from leerlandschap.screens.coach import coach_fragment
from leerlandschap.web import answers, api
from leerlandschap.web.house import House
from leerlandschap.web.pages import html

LARGEST = 12 * 1024  # bytes: the longest text, each character of which may be sent as nine, and what is ignored
LONGEST = 1000  # characters of a text
A_SECOND = 200  # answers to everybody together


async def advise(request: Request) -> Response:
    """200 with a piece of HTML, 204 with nothing to say, or a refusal as a problem."""
    house: House = request.app.state.house
    if not house.coach_pace.admits(house.now()):
        return api.problem(request, Refused(Refusal.TOO_BUSY))
    body = await api.limited_body(request, LARGEST)
    if isinstance(body, Refused):
        return api.problem(request, body)
    return _advice(request, house, body)


def _advice(request: Request, house: House, body: bytes) -> Response:
    try:
        asked = parse_qs(body.decode(), max_num_fields=100)
    except ValueError:
        return api.problem(request, Refused(Refusal.MALFORMED, None, {"where": "$"}))
    text = asked.get("text", [""])[-1]
    if len(text) > LONGEST:
        return api.problem(request, Refused(Refusal.TEXT_TOO_LONG, "text", {"most": LONGEST, "length": len(text)}))
    language = _language(request, house)
    found = () if is_just_begun(text) else hints(text, house.lexicon, language)
    shown = to_show(found, frozenset(asked.get("ignored", [])))
    return html(coach_fragment(shown, text, language)) if shown else Response(status_code=204)


def _language(request: Request, house: House) -> Language:
    said = request.query_params.get("language", "")
    return Language(said) if said in set(Language) else answers.language_of(request.scope, house.language)
