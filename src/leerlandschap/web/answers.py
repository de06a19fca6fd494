# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers: a problem as RFC 9457 says, with a stable refusal code and a sentence in the reader's language."""

from http import HTTPStatus
from typing import Any

import msgspec

from leerlandschap.core.vocabulary import Language, Refusal, Refused
from leerlandschap.text import say
from leerlandschap.web.gatekeeper import Scope, cookies, header, own_name

LANGUAGE = "language"  # what the cookie with the choice is called
LANGUAGES: dict[str | None, Language] = {language.value: language for language in Language}
STATUS: dict[Refusal, int] = {
    Refusal.KEY_MISSING: 401,
    Refusal.KEY_EXPIRED: 401,
    Refusal.METRICS_KEY: 401,
    Refusal.LOGIN_NEEDED: 401,
    Refusal.WRONG_ROLE: 403,
    Refusal.LOGIN_FAILED: 403,
    Refusal.LOGIN_WITHOUT_ROLE: 403,
    Refusal.CROSS_SITE: 403,
    Refusal.UNKNOWN_PARTICIPANT: 403,
    Refusal.NOT_FOUND: 404,
    Refusal.WRONG_CODE: 404,
    Refusal.NO_SUCH_DOCUMENT: 404,
    Refusal.WORKSHOP_CLOSED: 409,
    Refusal.WORKSHOP_SEALED: 409,
    Refusal.WRONG_MOMENT: 409,
    Refusal.TOO_LATE: 409,
    Refusal.NOT_OPEN: 409,
    Refusal.NOTHING_TO_REVEAL: 409,
    Refusal.ALREADY_STARTED: 409,
    Refusal.ROOM_FULL: 409,
    Refusal.TOO_LARGE: 413,
    Refusal.MALFORMED: 400,
    Refusal.NOT_SAVED: 503,
    Refusal.NOT_READ: 503,
    Refusal.TOO_MANY_CODES: 429,
    Refusal.PROVIDER_AWAY: 503,
    Refusal.TOO_BUSY: 503,
    Refusal.LEAVING: 503,
}


def status(refused: Refused) -> int:
    """What was asked cannot be understood or is not valid: 422, unless the table says otherwise."""
    return STATUS.get(refused.code, 422)


def sentence(refused: Refused, language: Language) -> str:
    """What is wrong and what to do."""
    return say(f"refusals.{refused.code.value}", language, **refused.facts)


def problem(refused: Refused, language: Language) -> dict[str, Any]:
    """The members of problem+json."""
    number = status(refused)
    members: dict[str, Any] = {
        "type": f"urn:leerlandschap:refusal:{refused.code.value}",
        "title": HTTPStatus(number).phrase,
        "status": number,
        "detail": sentence(refused, language),
        "refusal": refused.code.value,
    }
    return members | ({"field": refused.field} if refused.field else {})


def problem_bytes(refused: Refused, language: Language) -> bytes:
    return msgspec.json.encode(problem(refused, language))


def language_of(scope: Scope, otherwise: Language) -> Language:
    """The reader's: chosen (cookie), or the browser's first that we speak, or else the house's."""
    said = cookies(scope)
    chosen = said.get(own_name(LANGUAGE, secure=True)) or said.get(own_name(LANGUAGE, secure=False))
    accepted = (part.split(";")[0].strip()[:2] for part in (header(scope, b"accept-language") or "").split(","))
    for each in (chosen, *accepted):
        if each in LANGUAGES:
            return LANGUAGES[each]
    return otherwise
