# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a workshop came to, from the copy that its landscape keeps: the last step back from a sentence of the policy."""

from collections.abc import Mapping

from markupsafe import Markup

from leerlandschap.core.landscape.outcome import WorkshopOutcome
from leerlandschap.core.vocabulary import Language, WorkshopId
from leerlandschap.screens.landscape_words import found
from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render
from leerlandschap.screens.summary import summary_body
from leerlandschap.screens.summary_words import whole
from leerlandschap.views.as_agreed import as_agreed
from leerlandschap.views.as_closed import as_closed
from leerlandschap.views.landscape_shapes import LandscapeView

Sheets = list[tuple[str, Markup]]


def outcome_page(page: Page, view: LandscapeView, about: Mapping[str, str]) -> Markup | None:
    """The page at /l/{id}/workshops/{workshop}, whether that workshop is still there or not; None for another's."""
    outcome = view.outcome(WorkshopId(about["workshop"]))
    if outcome is None:
        return None
    return render(
        "summary/page.html",
        page.language,
        page=page,
        landscape=view,
        title=outcome.title,
        body=summary_body(as_agreed(outcome, view), page.language),
        back=f"/l/{view.landscape}",
        documents=[],
        onward=None,
    )


def map_of(outcome: WorkshopOutcome, view: LandscapeView, language: Language) -> Sheets:
    """The picture of the landscape on a wide and on a narrow sheet; empty where nothing may be shown."""
    closed = whole(as_closed(outcome, view.landscape, view.organisation))
    drawn = [(sheet, found(closed, language, sheet).picture) for sheet in ("wide", "narrow")]
    return [(sheet, picture) for sheet, picture in drawn if picture]
