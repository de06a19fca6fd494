# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the gallery shows of everything around a workshop: its doors, preparing, links, and what is said when something
is refused."""

from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup
from msgspec.structs import replace

from leerlandschap.core.vocabulary import Language, Refusal, Refused, Role
from leerlandschap.screens.accessibility import Statement, accessibility_page
from leerlandschap.screens.door import Door
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.gallery_script import played
from leerlandschap.screens.gallery_workshop import LANDSCAPE, START, WORKSHOP
from leerlandschap.screens.links import Links, links_page
from leerlandschap.screens.login import Gathering, leave_page, organisation_page
from leerlandschap.screens.login import Kept as KeptHere
from leerlandschap.screens.page import Kept, Page, Responsible
from leerlandschap.screens.poster import poster_page
from leerlandschap.screens.prepare import prepare_page
from leerlandschap.screens.start import HeldKey, join_page, message_page, start_page
from leerlandschap.screens.tallies import tallies_page
from leerlandschap.text import say

BASE, CODE = "https://leren.example", "K7M3QP"
REFUSED = (Refusal.WRONG_CODE, Refusal.KEY_EXPIRED, Refusal.NOT_FOUND, Refusal.TOO_BUSY)
Shown = tuple[Role, str, str, str, Callable[[Page], Markup]]  # who sees which screen, in which case and stage


def door() -> Door:
    return Door(f"{BASE}/j/{CODE}", BASE.removeprefix("https://"), CODE)


def _word(key: str, language: Language) -> str:
    return say(f"gallery.sample.{key}", language)


def _held(language: Language) -> list[HeldKey]:
    title, organisation = _word("title", language), _word("organisation", language)
    here = f"/w/{WORKSHOP}"
    return [
        HeldKey(title, organisation, Role.FACILITATOR, f"{here}/facilitator", START),
        HeldKey(title, organisation, Role.PARTICIPANT, here, START),
        HeldKey(_word("other_title", language), organisation, Role.PROJECTOR, f"{here}/projector", START, closed=True),
        HeldKey(organisation, organisation, Role.LANDSCAPE, f"/l/{LANDSCAPE}", START),
    ]


def _mistyped(page: Page) -> Page:
    kept = Kept("join", {"code": "K7M3Q"}, Refused(Refusal.CODE_INCOMPLETE, "code"))
    return Page(page.language, page.base_url, page.path, kept=kept)


def _join(page: Page) -> Markup:
    organisation = _word("organisation", page.language)
    contact = "leren@westerveen.example"
    told = Responsible(
        organisation, contact, "fg@westerveen.example", "public_task", 24, keep_months=24, name_months=12
    )
    return join_page(replace(page, responsible=told), _word("title", page.language), organisation, 7)


def _stated(page: Page) -> Markup:
    organisation = _word("organisation", page.language)
    register = "https://www.toegankelijkheidsverklaring.nl/register/1"
    return accessibility_page(page, Statement(organisation, "leren@westerveen.example", "c", START.date(), register))


def _message(refusal: Refusal, page: Page) -> Markup:
    return message_page(page, Refused(refusal))


def _prepare(case: str, page: Page) -> Markup:
    return prepare_page(page, played(case, "welcome", page.language).view(Role.FACILITATOR), door())


def _tallies(case: str, page: Page) -> Markup:
    return tallies_page(page, played(case, "welcome", page.language).view(Role.FACILITATOR), door())


def _poster(case: str, page: Page) -> Markup:
    return poster_page(page, played(case, "welcome", page.language).view(Role.FACILITATOR), door())


def _links(page: Page) -> Markup:
    view = played("full", "welcome", page.language).view(Role.FACILITATOR)
    keys = {Role.PROJECTOR: "sample-of-a-key-1", Role.FACILITATOR: "sample-of-a-key-2"}
    addresses = {role: f"{BASE}/k/{WORKSHOP}/{key}" for role, key in keys.items()}
    return links_page(page, Links(view.title, addresses, "#", "#", Role.PROJECTOR))


def _organisation(administers: bool, page: Page) -> Markup:
    def word(key: str) -> str:
        return _word(key, page.language)

    gatherings = (
        Gathering("wgallery1", word("title"), START, START),
        Gathering("wgallery2", word("long"), START, None),
    )
    adopted = ((2, START.date()), (1, START.date()))
    kept = [KeptHere("lgallery", word("organisation"), START, adopted, gatherings)]
    return organisation_page(page, [*kept, KeptHere("lgallery2", word("long"), START, ())], administers=administers)


def _landscape_links(page: Page) -> Markup:
    view = example(page.language)
    addresses = {Role.LANDSCAPE: f"{BASE}/k/{view.landscape}/sample-of-a-key-3"}
    return links_page(page, Links(view.organisation, addresses, "#", "#"))


def _doors() -> Iterator[Shown]:
    """What comes before the workshop: doors, preparing, the poster, and what is said when something is refused."""
    yield (Role.VISITOR, "start", "page", "empty", start_page)
    yield (Role.VISITOR, "start", "page", "held", lambda page: start_page(page, _held(page.language)))
    yield (Role.VISITOR, "start", "page", "refused", lambda page: start_page(_mistyped(page)))
    yield (Role.VISITOR, "start", "page", "join", _join)
    for refusal in REFUSED:
        yield (Role.VISITOR, "start", "page", refusal.value, partial(_message, refusal))
    yield (Role.VISITOR, "accessibility", "page", "empty", lambda page: accessibility_page(page, Statement()))
    yield (Role.VISITOR, "accessibility", "page", "stated", _stated)
    for case in ("full", "long"):
        yield (Role.FACILITATOR, "prepare", case, "welcome", partial(_prepare, case))
        yield (Role.FACILITATOR, "poster", case, "welcome", partial(_poster, case))
        yield (Role.FACILITATOR, "tallies", case, "welcome", partial(_tallies, case))
    yield (Role.FACILITATOR, "links", "page", "new", _links)
    yield (Role.LANDSCAPE, "links", "landscape", "new", _landscape_links)
    yield (Role.VISITOR, "start", "page", "log_in", lambda page: start_page(replace(page, login=frozenset())))
    yield (Role.VISITOR, "start", "page", "leave", lambda page: leave_page(page, is_logged_in=True))
    for stage, administers in (("read", False), ("administer", True)):
        yield (Role.VISITOR, "organisation", "page", stage, partial(_organisation, administers))


DOORS = tuple(_doors())
