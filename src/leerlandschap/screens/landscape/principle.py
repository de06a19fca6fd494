# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One principle and its whole life: every wording, what waits for it, and what can be done with it."""

from collections.abc import Mapping

from markupsafe import Markup

from leerlandschap.core.landscape import limits
from leerlandschap.core.landscape.outcome import Words
from leerlandschap.core.vocabulary import Refusal
from leerlandschap.screens.landscape.comparing import PARTS, Change, changes, parts_of
from leerlandschap.screens.landscape.principles import Filled, filled
from leerlandschap.screens.landscape.wordings import open_findings, timeline, voices
from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render
from leerlandschap.views.landscape_shapes import LandscapeView, PrincipleLine


def principle_page(page: Page, view: LandscapeView, about: Mapping[str, str]) -> Markup | None:
    """The page at /l/{id}/principles/{principle}; None when there is no such principle."""
    principle = view.principle(about["principle"])
    if principle is None:
        return None
    wordings = timeline(view, principle.wordings, page.language)
    return render(
        "landscape/principle.html",
        page.language,
        page=page,
        view=view,
        principle=principle,
        into=view.principle(principle.merged_into) if principle.merged_into else None,
        merged=tuple(each for each in view.principles if each.merged_into == principle.id),
        wordings=wordings,
        whole=changes(wordings[0].words, wordings[-1].words) if len(wordings) > 2 else (),
        open_findings=open_findings(view, principle, page.language),
        voices=voices(view, principle, page.language),
        filled=filled(page, _prefilled(principle)),
        kept=page.kept,
        meanwhile=_meanwhile(page, principle),
        limits=limits,
        do=f"/l/{view.landscape}/do",
    )


def _prefilled(principle: PrincipleLine) -> Filled:
    """Every form in which it can be worded begins with the words it has."""
    words: dict[str, object] = dict(zip(PARTS, parts_of(principle.words), strict=True))
    return dict.fromkeys(("revise", *(f"supplement-{each}" for each in principle.open_findings)), words)


def _meanwhile(page: Page, principle: PrincipleLine) -> tuple[Change, ...]:
    """What somebody else's newest words and the words that were refused for it have apart."""
    if page.kept is None or page.kept.refused.code is not Refusal.WORDING_CHANGED:
        return ()
    typed = Words(*(page.kept.fields.get(part, "") for part in PARTS))
    return changes(principle.words, typed)
