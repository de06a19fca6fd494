# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Leaving a device behind, and what somebody of the organisation sees who has logged in to read or to administer."""

import datetime
from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render


class Gathering(Struct, frozen=True):
    """A workshop in the list of an administrator: that it is there, and nothing of what was said in it."""

    id: str
    title: str
    opened_at: datetime.datetime
    closed_at: datetime.datetime | None


class Kept(Struct, frozen=True):
    """A landscape of the organisation. ``adopted`` are its versions with their day, the newest first."""

    id: str
    organisation: str
    opened_at: datetime.datetime
    adopted: tuple[tuple[int, datetime.date], ...]
    workshops: tuple[Gathering, ...] = ()


def leave_page(page: Page, *, is_logged_in: bool) -> Markup:
    """What this device forgets when one goes on."""
    return render("start/leave.html", page.language, page=page, is_logged_in=is_logged_in, **NOTHING_FILLED)


def organisation_page(page: Page, kept: Sequence[Kept], *, administers: bool) -> Markup:
    """Adopted policies to read; for an administrator also what there is, with the commands that take it out."""
    here = kept if administers else [each for each in kept if each.adopted]
    return render(
        "start/organisation.html", page.language, page=page, landscapes=here, administers=administers, **NOTHING_FILLED
    )


NOTHING_FILLED: dict[str, object] = {"filled": {}, "kept": None, "do": ""}
