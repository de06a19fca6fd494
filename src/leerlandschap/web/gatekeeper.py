# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is asking. A key comes as a cookie (screens) or as a bearer token (API), and opens one stream in one role."""

from collections.abc import Mapping, MutableMapping
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs

from msgspec import Struct
from starlette.requests import cookie_parser

from leerlandschap.core.vocabulary import Refusal, Refused, Role
from leerlandschap.web.house import House

Scope = MutableMapping[str, Any]

# A facilitator may look through the eyes of the other roles; nobody may act as one they hold no key for.
LOOKS_LIKE = {Role.PROJECTOR: (Role.PROJECTOR, Role.FACILITATOR)}
IN_ANY = (Role.LANDSCAPE, Role.FACILITATOR, Role.PROJECTOR, Role.PARTICIPANT)
ROLES = {role.value: role for role in Role}
HEADERS = "leerlandschap.headers"  # where a request keeps its own by name, once they were asked for
LONG = 60 * 60 * 24 * 400
SHORT = 60 * 60 * 24 * 7
OURS = "ll-"
ONLY_THIS_HOST = "__Host-"  # RFC 6265bis, section 4.1.3: secure, for the whole of this host, and set by itself
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Caller(Struct, frozen=True):
    """A role in one stream; ``by`` is the id of a participant or of an owner's follow-up, or else the role."""

    role: Role
    by: str


def cookie_name(role: Role, stream: str, *, secure: bool) -> str:
    return own_name(f"{role.value}-{stream}", secure=secure)


def own_name(rest: str, *, secure: bool) -> str:
    """The name of a cookie of ours. By https no other host, a neighbouring one neither, can set one of that name."""
    return f"{ONLY_THIS_HOST if secure else ''}{OURS}{rest}"


def cookie(role: Role, stream: str, key: str, *, secure: bool) -> str:
    """The value of a Set-Cookie header: kept from scripts, and from whatever another site sends.

    Lax, not Strict: whoever follows a link in a letter or a chat to a page of theirs must be let in.
    """
    age = SHORT if role is Role.PARTICIPANT else LONG
    return set_cookie(cookie_name(role, stream, secure=secure), key, age, secure=secure)


def set_cookie(name: str, value: str, age: int, *, secure: bool) -> str:
    """``age`` in seconds; 0 takes the cookie away."""
    rest = "; Secure" if secure else ""
    return f"{name}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{rest}"


def header(scope: Scope, name: bytes) -> str | None:
    """A request header by its lower-case name; the last one counts."""
    headers: dict[bytes, bytes] | None = scope.get(HEADERS)
    if headers is None:
        headers = scope[HEADERS] = dict(scope["headers"])
    value = headers.get(name)
    return None if value is None else value.decode("latin-1")


def cookies(scope: Scope) -> dict[str, str]:
    return cookie_parser(header(scope, b"cookie") or "")


def asked_of(scope: Scope, name: str) -> str | None:
    """A value of the query; the last one counts."""
    said = query(scope).get(name)
    return said[-1] if said else None


def query(scope: Scope) -> Mapping[str, list[str]]:
    return _query(scope["query_string"])


@lru_cache(maxsize=256)  # thousands of phones ask with the same few words
def _query(raw: bytes) -> Mapping[str, list[str]]:
    return parse_qs(raw.decode("latin-1")) if raw else {}


def role_asked(scope: Scope) -> Role | Refused | None:
    """The role of ``?as=``; None when it is not said."""
    said = asked_of(scope, "as")
    if said is None or said == "json":
        return None
    return ROLES.get(said) or Refused(Refusal.WRONG_ROLE)


async def caller(
    house: House, scope: Scope, stream: str, role: Role | None = None, about: str | None = None
) -> Caller | Refused:
    """Who asks, in the role asked for; without one, in the first role a key is held for. An owner's key is kept by
    the follow-up it is ``about``, so that somebody may hold several. Raises Away."""
    bearer = header(scope, b"authorization")
    if bearer is not None:
        return await _by_bearer(house, stream, bearer, role)
    held, ended = cookies(scope), False
    for each in LOOKS_LIKE.get(role, (role,)) if role else IN_ANY:
        key = held.get(cookie_name(each, about or "" if each is Role.OWNER else stream, secure=house.is_secure))
        found = await _holder(house, stream, key) if key else None
        if found is not None and found.role is each:
            return Caller(role, found.by) if role else found
        ended = ended or bool(key)
    return Refused(Refusal.KEY_EXPIRED if ended else Refusal.KEY_MISSING)


async def _by_bearer(house: House, stream: str, bearer: str, role: Role | None) -> Caller | Refused:
    scheme, _, key = bearer.partition(" ")
    found = await _holder(house, stream, key.strip()) if scheme.lower() == "bearer" else None
    if found is None:
        return Refused(Refusal.KEY_EXPIRED)
    if role is None or role is found.role:
        return found
    return Caller(role, found.by) if found.role in LOOKS_LIKE.get(role, ()) else Refused(Refusal.WRONG_ROLE)


async def _holder(house: House, stream: str, key: str) -> Caller | None:
    """A participant's key has a signature behind a dot; the others are looked up."""
    if "." in key:
        participant = house.tokens.participant(stream, key)
        return Caller(Role.PARTICIPANT, participant) if participant else None
    grant = await house.doors.granted(key)
    if grant is None or grant.stream != stream:
        return None
    return Caller(grant.role, grant.about or grant.role.value)


def from_elsewhere(scope: Scope) -> bool:
    """True when another site sends something that may change something (Fetch Metadata, or else Origin). Keys as bearer
    tokens cannot be forged so."""
    if scope["method"] in SAFE or header(scope, b"authorization") is not None:
        return False
    site = header(scope, b"sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = header(scope, b"origin")
    return origin is not None and origin.split("://", 1)[-1] != header(scope, b"host")
