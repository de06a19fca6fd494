# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every page of a landscape is rendered with."""

from typing import Any

from markupsafe import Markup

from leerlandschap.screens.page import Page
from leerlandschap.screens.rendering import render
from leerlandschap.views.landscape_shapes import LandscapeView


def framed(
    template: str, page: Page, view: LandscapeView, *, tab: str, finding: str, second: str = "", **more: Any
) -> Markup:
    """A page opens with its finding, a sentence; ``second`` says what can be done. Forms keep what was refused."""
    return render(
        template,
        page.language,
        page=page,
        view=view,
        tab=tab,
        finding=finding,
        second=second,
        do=f"/l/{view.landscape}/do",
        filled={page.kept.form: page.kept.fields} if page.kept else {},
        kept=page.kept,
        **more,
    )
