# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A version of the policy as it was adopted: its own words, for ever."""

from collections.abc import Mapping

from markupsafe import Markup

from leerlandschap.screens.landscape.frame import framed
from leerlandschap.screens.landscape.policy import paragraphs
from leerlandschap.screens.landscape.topics import topics
from leerlandschap.screens.page import Page
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import LandscapeView

KINDS = ("odt", "docx", "pdf", "pdfa", "html", "md")  # as documents calls them


def edition_page(page: Page, view: LandscapeView, about: Mapping[str, str]) -> Markup | None:
    """The page at /l/{id}/policy/editions/{version}; None for a version that was not adopted."""
    edition = next((each for each in view.editions if str(each.version) == about["version"]), None)
    if edition is None:
        return None
    day = date(edition.on, page.language)
    return framed(
        "landscape/edition.html",
        page,
        view,
        tab="policy",
        finding=say("landscape.edition.title", page.language, version=edition.version),
        second=say("landscape.edition.adopted", page.language, day=day, by=edition.adopted_by),
        edition=edition,
        kinds=KINDS,
        sections=[(s, topics(s.id, s.passages, edition.notes, view, edition.language)) for s in edition.sections],
        paragraphs=paragraphs,
        policy_lang=edition.language.value,
    )
