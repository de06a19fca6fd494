# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a workshop found, on one page that prints on one sheet; the same for every role."""

from collections.abc import Iterable

from markupsafe import Markup

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.screens import outcomes
from leerlandschap.screens.landscape_words import found
from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import STATIC, render
from leerlandschap.screens.summary_words import summary_of, whole
from leerlandschap.views.shapes import WorkshopView

SAVED_SHEETS = ("tokens", "base", "parts", "picture", "desk", "summary", "paper")  # what a saved page needs
FONT_FACE = "@font-face {"
KINDS = ("pdf", "odt", "docx", "html", "xlsx", "ics", "md", "json", "pdfa")


def summary_page(page: Page, view: WorkshopView, onward: str | None = None) -> Markup:
    """The page at /w/{id}/summary, for every role, during the workshop and after it. ``onward`` is the landscape, for
    who holds its key."""
    return render(
        "summary/page.html",
        page.language,
        page=page,
        landscape=None,
        title=view.title,
        body=summary_body(view, page.language),
        back=_back(view),
        onward=onward,
        documents=[
            (kind, f"/w/{view.workshop}/documents/{kind}") for kind in KINDS if kind != "ics" or _has_days(view)
        ],
    )


def _has_days(view: WorkshopView) -> bool:
    """Whether there is something for a calendar."""
    return any(each.due_on for each in view.follow_ups)


def _back(view: WorkshopView) -> str | None:
    """The page of whoever reads; a landscape's key opens no page of the workshop."""
    pages = {Role.PARTICIPANT: "", Role.PROJECTOR: "/projector", Role.FACILITATOR: "/facilitator"}
    return f"/w/{view.workshop}{pages[view.role]}" if view.role in pages else None


def summary_body(view: WorkshopView, language: Language) -> Markup:
    """What the page, and a saved copy of it, say; without anything that only works on our own server."""
    everything = whole(view)
    return render(
        "summary/body.html",
        language,
        summary=summary_of(view, language),
        rows=outcomes.table(everything, language),
        sheets=[(sheet, found(everything, language, sheet).picture) for sheet in ("wide", "narrow")],
        shifted=any(len(s.outcomes) > 1 for s in outcomes.shown(view)),
    )


def saved_summary(view: WorkshopView, language: Language) -> Markup:
    """The page as one file that needs nothing else: looks and pictures are in it, scripts and fonts are not."""
    body = summary_body(view, language)
    return render("summary/saved.html", language, title=view.title, body=body, looks=sheets(SAVED_SHEETS))


def sheets(names: Iterable[str]) -> Markup:
    """Style sheets to stand in a page that is one file."""
    return Markup("\n").join(Markup(_sheet(name)) for name in names)  # noqa: S704 - our own files


def _sheet(name: str) -> str:
    """A style sheet without the letters it would fetch."""
    css = (STATIC / "css" / f"{name}.css").read_text("utf-8")
    before, begins, after = css.partition(FONT_FACE)
    return before + after.partition("}")[2] if begins else css
