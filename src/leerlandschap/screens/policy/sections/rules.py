# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections 6 and 7: the principles and the boundaries."""

from collections.abc import Iterator

from leerlandschap.screens.policy.shapes import Evidence, Generated
from leerlandschap.text import say
from leerlandschap.views.landscape_shapes import LandscapeView, PrincipleLine


def principles(view: LandscapeView) -> Iterator[Generated]:
    """Every principle that stands and that a group kept or a hand took up."""
    for each in view.principles:
        if each.stands and each.kept:
            yield Generated(f"principle-{each.id}", _behind(each), _in_full(each, view))


def _in_full(each: PrincipleLine, view: LandscapeView) -> str:
    words = each.words
    parts = (("because", words.because), ("means", words.means), ("except", words.except_))
    said = (say(f"policy.principle.{key}", view.language, text=text) for key, text in parts if text)
    return " ".join([words.statement, *said])


def _behind(each: PrincipleLine) -> tuple[Evidence, ...]:
    """The principle with its history, and the findings that came back into it."""
    return (Evidence("principle", each.id), *(Evidence("finding", finding) for finding in each.findings))


def boundaries(view: LandscapeView) -> Iterator[Generated]:
    """Every boundary that was not lifted."""
    for each in view.boundaries:
        if each.lifted is None:
            yield Generated(f"boundary-{each.id}", (Evidence("boundary", each.id),), each.text)
