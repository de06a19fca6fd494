# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of follow-ups for the gallery: the board with letters in every state, one follow-up through both eyes."""

import datetime
from collections.abc import Callable, Mapping
from types import MappingProxyType

from markupsafe import Markup
from msgspec.structs import replace

from leerlandschap.core.vocabulary import PointId, Role
from leerlandschap.screens.gallery_landscape import LANDSCAPE
from leerlandschap.screens.landscape.board import board_page
from leerlandschap.screens.landscape.follow_up import follow_up_link_page, follow_up_page
from leerlandschap.screens.page import Page, Responsible
from leerlandschap.views.disclosure import owners_part
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.letters import LetterKind, LetterLine

Draw = Callable[[Page, LandscapeView, Mapping[str, str]], Markup | None]
DAY = datetime.date(2026, 11, 18)
REFUSAL = "550 5.1.1 mailbox unavailable"
LETTERS: Mapping[PointId, tuple[LetterLine, ...]] = MappingProxyType(
    {
        PointId("f1"): (
            LetterLine(LetterKind.INVITATION, DAY, sent_on=DAY),
            LetterLine(LetterKind.OVERDUE, DAY, refused=True, trouble=REFUSAL, minutes=30),
        ),
        PointId("f2"): (
            LetterLine(LetterKind.INVITATION, DAY, refused=True, trouble=REFUSAL),
            LetterLine(LetterKind.REMINDER, DAY, trouble="[Errno 111] Connection refused", minutes=120),
        ),
    }
)


def _with_letters(page: Page, view: LandscapeView, about: Mapping[str, str]) -> Markup:
    return board_page(replace(page, letters=LETTERS), view, about)


def _of_its_owner(page: Page, view: LandscapeView, about: Mapping[str, str]) -> Markup | None:
    """As somebody sees it who came by a personal link."""
    part = owners_part(replace(view, role=Role.OWNER), about["follow_up"])
    return follow_up_page(
        replace(page, letters={}, responsible=Responsible(contact="leren@westerveen.example")), part, about
    )


def _link(page: Page, view: LandscapeView, about: Mapping[str, str]) -> Markup | None:
    line = view.follow_up(about["follow_up"])
    url = f"{page.base_url}/k/{LANDSCAPE}/sample-of-a-key-3"
    return follow_up_link_page(page, view, line, url) if line else None


def _about(follow_up: str) -> dict[str, str]:
    return {"landscape": LANDSCAPE, "follow_up": follow_up}


FOLLOW_UPS: Mapping[str, tuple[Draw, dict[str, str]]] = MappingProxyType(
    {
        "board": (board_page, {}),
        "board_with_letters": (_with_letters, {}),
        "follow_up": (follow_up_page, _about("f1")),
        "follow_up_found": (follow_up_page, _about("f3")),
        "follow_up_link": (_link, _about("f1")),
        "owner": (_of_its_owner, _about("f1")),
        "owner_thanked": (_of_its_owner, _about("f3")),
        "owner_dropped": (_of_its_owner, _about("f4")),
    }
)
