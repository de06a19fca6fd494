# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links that carry a key, for another screen or a second facilitator. Shown once: we keep only hashes of keys."""

from collections.abc import Mapping

from markupsafe import Markup

from leerlandschap.core.vocabulary import Role
from leerlandschap.screens.page import Page
from leerlandschap.screens.pictures.qr import draw_qr
from leerlandschap.screens.rendering import render
from leerlandschap.text import say
from leerlandschap.views.shapes import WorkshopView


def links_page(page: Page, view: WorkshopView, addresses: Mapping[Role, str]) -> Markup:
    """One link a role, with a QR code to hand it to another device."""
    links = [
        (role, url, draw_qr(url, say(f"start.links.{role.value}", page.language))) for role, url in addresses.items()
    ]
    return render("start/links.html", page.language, page=page, view=view, links=links, filled={}, kept=None, do="")
