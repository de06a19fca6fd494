# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Paper: a poster with the way in, and the card itself for whoever uses no phone. Two sheets of A4."""

from markupsafe import Markup

from leerlandschap.screens.clocks import planned
from leerlandschap.screens.door import Door, places_of
from leerlandschap.screens.page import Page
from leerlandschap.screens.pictures import draw_qr
from leerlandschap.screens.rendering import render
from leerlandschap.text import say
from leerlandschap.views.shapes import WorkshopView


def poster_page(page: Page, view: WorkshopView, door: Door) -> Markup:
    return render(
        "facilitator/poster.html",
        page.language,
        page=page,
        view=view,
        door=door,
        places=places_of(view.workshop, page.language),
        qr=draw_qr(door.join_url, say("facilitator.wall.qr", page.language)),
        minutes={s.id: planned(s.minutes, page.language) for s in view.steps},
    )
