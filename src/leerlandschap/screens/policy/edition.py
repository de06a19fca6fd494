# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a policy at one moment, to be kept when it is adopted."""

from leerlandschap.core.landscape.edition import EditionNote, EditionPassage, EditionSection
from leerlandschap.screens.policy.assembling import policy_of
from leerlandschap.screens.policy.shapes import PolicyPassage, PolicySection
from leerlandschap.views.landscape_shapes import LandscapeView


def words_of_the_policy(view: LandscapeView) -> tuple[tuple[EditionSection, ...], tuple[EditionNote, ...]]:
    """Every section and note as they stand now."""
    policy = policy_of(view)
    notes = tuple(EditionNote(each.number, each.text, each.place) for each in policy.notes)
    return tuple(_section(each) for each in policy.sections), notes


def _section(each: PolicySection) -> EditionSection:
    passages = tuple(_passage(passage) for passage in each.passages)
    return EditionSection(each.id, each.number, each.title, passages, each.questions if each.is_empty else ())


def _passage(each: PolicyPassage) -> EditionPassage:
    return EditionPassage(each.id, each.mark, each.text, each.head, each.rows, each.notes)
