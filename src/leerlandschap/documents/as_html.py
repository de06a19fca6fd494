# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as a page that is one file: to mail, to keep, to open without a network."""

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.summary import saved_summary
from leerlandschap.views.shapes import WorkshopView


def report_html(view: WorkshopView, language: Language) -> str:
    """The summary with its looks and its map in it; fetches nothing, and forbids itself to."""
    return str(saved_summary(view, language))
