# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A group that used paper: the totals of its statements on one page, to be filled in afterwards."""

from markupsafe import Markup

from leerlandschap.screens.door import Door, places_of
from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render
from leerlandschap.views.shapes import WorkshopView

PLACES = ("1", "2", "3", "4", "5", "none")  # names of the fields behind a statement's id: the positions, no opinion


def tallies_page(page: Page, view: WorkshopView, door: Door) -> Markup:
    """A row of six numbers for each statement that has not been revealed; what was refused stays as it was typed."""
    return render(
        "facilitator/tallies.html",
        page.language,
        page=page,
        view=view,
        door=door,
        places=places_of(view.workshop, page.language),
        open=[each for each in view.statements if each.status != "revealed"],
        fields=PLACES,
        do=f"/w/{view.workshop}/tallies",
        filled={page.kept.form: page.kept.fields} if page.kept else {},
        kept=page.kept,
    )
