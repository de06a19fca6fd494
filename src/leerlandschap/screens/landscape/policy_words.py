# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far each section of the policy is, in words."""

from typing import Literal

from msgspec import Struct

from leerlandschap.core.vocabulary import Language, SectionId
from leerlandschap.screens.policy import Policy, PolicySection
from leerlandschap.text import say

State = Literal["empty", "changed", "by_itself", "decided", "begun"]
GLYPHS: dict[State, str] = {"empty": "○", "changed": "◐", "by_itself": "●", "decided": "●", "begun": "◐"}


class SectionLine(Struct, frozen=True):
    """A line of the contents: a glyph that says the same as the words."""

    id: SectionId
    number: str
    title: str
    glyph: str
    words: str
    is_annex: bool


def lines_of(policy: Policy, language: Language) -> list[SectionLine]:
    return [_line(each, language) for each in policy.sections]


def _line(each: PolicySection, language: Language) -> SectionLine:
    state = state_of(each)
    words = say(f"landscape.section_state.{state}", language, n=each.changed)
    return SectionLine(each.id, each.number, each.title, GLYPHS[state], words, each.is_annex)


def state_of(each: PolicySection) -> State:
    if each.is_empty:
        return "empty"
    if each.changed:
        return "changed"
    marks = {passage.mark for passage in each.passages}
    if marks == {"generated"}:
        return "by_itself"
    return "decided" if marks == {"decided"} else "begun"


BY_THEMSELVES = (SectionId.ADOPTION, SectionId.ON_ONE_PAGE)  # filled by deciding, and by all the others


def next_to_write(policy: Policy) -> PolicySection | None:
    """The first section whose sources have changed, or else the first that is empty; None when all are filled."""
    body = [each for each in policy.sections if not each.is_annex and each.id not in BY_THEMSELVES]
    return next((s for s in body if s.changed), next((s for s in body if s.is_empty), None))
