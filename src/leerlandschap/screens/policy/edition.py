# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a policy at one moment, to be kept when it is adopted."""

from msgspec.structs import replace

from leerlandschap.core.landscape.edition import EditionNote, EditionPassage, EditionSection
from leerlandschap.screens.policy.assembling import policy_of
from leerlandschap.screens.policy.shapes import Policy, PolicyPassage, PolicySection
from leerlandschap.text import say
from leerlandschap.views.landscape_shapes import LandscapeView


def words_of_the_policy(view: LandscapeView) -> tuple[tuple[EditionSection, ...], tuple[EditionNote, ...]]:
    """Every section and note as they stand now, without the names of owners: an edition is kept for ever, and a name
    must be able to go."""
    return worded(policy_of(_nameless(view)))


def worded(policy: Policy) -> tuple[tuple[EditionSection, ...], tuple[EditionNote, ...]]:
    """A policy as words only, in the shape that an edition keeps."""
    notes = tuple(EditionNote(each.number, each.text, each.place) for each in policy.notes)
    return tuple(_section(each) for each in policy.sections), notes


def _nameless(view: LandscapeView) -> LandscapeView:
    somebody = say("policy.follow_ups.somebody", view.language)
    unnamed = (replace(each, owner=somebody) if each.owner else each for each in view.follow_ups)
    return replace(view, follow_ups=tuple(unnamed))


def _section(each: PolicySection) -> EditionSection:
    passages = tuple(_passage(passage) for passage in each.passages)
    return EditionSection(each.id, each.number, each.title, passages, each.questions if each.is_empty else ())


def _passage(each: PolicyPassage) -> EditionPassage:
    return EditionPassage(each.id, each.mark, each.text, each.head, each.rows, each.notes, each.row_notes)
