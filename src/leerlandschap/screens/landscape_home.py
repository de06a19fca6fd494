# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The landscape of an organisation: its workshops, and a way to hold another one in it."""

import datetime
from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.vocabulary import LandscapeId, WorkshopId
from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render
from leerlandschap.text import say


class WorkshopCard(Struct, frozen=True):
    """One workshop of the landscape; ``closed_at`` is None while it goes on."""

    id: WorkshopId
    title: str
    team: str
    opened_at: datetime.datetime
    closed_at: datetime.datetime | None = None

    @property
    def summary(self) -> str:
        return f"/w/{self.id}/summary"


def landscape_page(
    page: Page, landscape: LandscapeId, organisation: str, workshops: Sequence[WorkshopCard] = ()
) -> Markup:
    """The page at /l/{id}: the newest workshop first, then the form of a new one, which keeps what was refused."""
    return render(
        "landscape/home.html",
        page.language,
        page=page,
        landscape=landscape,
        organisation=organisation,
        workshops=sorted(workshops, key=lambda each: each.opened_at, reverse=True),
        finding=_finding(page, workshops),
        filled={page.kept.form: page.kept.fields} if page.kept else {},
        kept=page.kept,
        do="/workshops",
    )


def _finding(page: Page, workshops: Sequence[WorkshopCard]) -> str:
    """How many there are, and how many are not closed."""
    still_open = sum(each.closed_at is None for each in workshops)
    if not workshops:
        return say("report.landscape.none", page.language)
    found = say("report.landscape.found", page.language, n=len(workshops))
    return f"{found} {say('report.landscape.still_open', page.language, n=still_open)}" if still_open else found
