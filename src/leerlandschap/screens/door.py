# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way into a workshop, and the addresses of its pages."""

from msgspec import Struct

from leerlandschap.core.vocabulary import Language, WorkshopId
from leerlandschap.screens.prints import prints_of


class Door(Struct, frozen=True):
    """``join_url`` for the QR code; ``host`` and ``code`` for whoever types."""

    join_url: str
    host: str
    code: str

    @property
    def spoken(self) -> str:
        """The code in two groups of three."""
        return f"{self.code[:3]} {self.code[3:]}"


class Places(Struct, frozen=True):
    """The addresses of one workshop's pages."""

    do: str
    desk: str
    prepare: str
    screen: str
    poster: str
    prints: tuple[tuple[str, str], ...]  # name and address of each PDF to print
    tallies: str
    summary: str
    links: str
    desk_stream: str
    screen_stream: str


def places_of(workshop: WorkshopId, language: Language) -> Places:
    base = f"/w/{workshop}"
    return Places(
        do=f"{base}/do?as=facilitator",
        desk=f"{base}/facilitator",
        prepare=f"{base}/prepare",
        screen=f"{base}/projector",
        poster=f"{base}/poster",
        prints=prints_of(workshop, language),
        tallies=f"{base}/tallies",
        summary=f"{base}/summary",
        links=f"{base}/links",
        desk_stream=f"{base}/stream?as=facilitator&language={language.value}",
        screen_stream=f"{base}/stream?as=projector&language={language.value}",
    )
