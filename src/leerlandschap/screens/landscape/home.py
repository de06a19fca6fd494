# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The landscape of an organisation: its workshops, and a way to hold another one in it."""

from collections.abc import Mapping

from markupsafe import Markup

from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render
from leerlandschap.text import say
from leerlandschap.views.landscape_shapes import LandscapeView


def landscape_page(page: Page, view: LandscapeView, _about: Mapping[str, str]) -> Markup:
    """The page at /l/{id}: the newest workshop first, then the form of a new one, which keeps what was refused."""
    return render(
        "landscape/home.html",
        page.language,
        page=page,
        view=view,
        finding=_finding(page, view),
        filled={page.kept.form: page.kept.fields} if page.kept else {},
        kept=page.kept,
        do="/workshops",
    )


def _finding(page: Page, view: LandscapeView) -> str:
    """How many there are, and how many are not closed."""
    still_open = sum(each.closed_at is None for each in view.workshops)
    if not view.workshops:
        return say("report.landscape.none", page.language)
    found = say("report.landscape.found", page.language, n=len(view.workshops))
    return f"{found} {say('report.landscape.still_open', page.language, n=still_open)}" if still_open else found
