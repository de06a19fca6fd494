# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links that carry a key, for another screen or a colleague. Shown once: we keep only hashes of keys."""

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.vocabulary import Role
from leerlandschap.screens.page import Page
from leerlandschap.screens.pictures.qr import draw_qr
from leerlandschap.screens.rendering import render
from leerlandschap.text import say


class Links(Struct, frozen=True):
    """A new link a role, to what is called ``title``. ``to`` is where a form asks for more of them, ``back`` the page
    one came from; of the role ``alone`` no earlier link works any more."""

    title: str
    addresses: Mapping[Role, str]
    to: str
    back: str
    alone: Role | None = None


def links_page(page: Page, links: Links) -> Markup:
    """Each with a QR code to hand it to another device, and a way to end those that went astray."""
    drawn = {
        role: draw_qr(url, say(f"start.links.{role.value}", page.language)) for role, url in links.addresses.items()
    }
    of = "landscape" if Role.LANDSCAPE in links.addresses else "workshop"
    frame = {"page": page, "filled": {}, "kept": None, "do": ""}
    return render("start/links.html", page.language, **frame, links=links, of=of, qr=drawn)
