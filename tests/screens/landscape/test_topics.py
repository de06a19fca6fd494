# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small headings on screens: what rests on the same stands together, and the order of the policy stays as it is."""

import pytest

from leerlandschap.core.vocabulary import Language, SectionId
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.landscape.topics import Topic, topics
from leerlandschap.screens.policy import PolicyPassage, PolicySection, policy_of

NL, EN = Language
VIEW = example(NL)
POLICY = policy_of(VIEW)


def of(section: SectionId) -> list[Topic[PolicyPassage]]:
    passages = next(each.passages for each in POLICY.sections if each.id is section)
    return topics(section, passages, POLICY.notes, VIEW, NL)


def headings(section: SectionId) -> list[tuple[str, int]]:
    return [(topic.heading, len(topic.passages)) for topic in of(section)]


@pytest.mark.parametrize("section", POLICY.sections, ids=lambda each: each.id.value)
def test_every_passage_stays_and_in_its_place(section: PolicySection) -> None:
    shown = [passage for topic in of(section.id) for passage in topic.passages]
    assert tuple(shown) == section.passages


def test_where_we_stand_is_told_by_workshop_then_by_what_is_open_and_what_was_found() -> None:
    assert headings(SectionId.WHERE_WE_STAND) == [
        ("Leren bij ons, een jaar later, 13 november 2026 (team Beheer)", 6),
        ("Leren bij ons, 20 november 2025 (team Vergunningen)", 6),
        ("Nog uit te zoeken", 3),
        ("Gevonden", 2),
    ]


def test_two_teams_that_answered_one_statement_stand_under_its_name() -> None:
    assert headings(SectionId.TARGET_GROUPS) == [
        ("", 2),
        ("Talent boven functierol", 2),
        ("Genoeg tijd voor soft skills", 2),
    ]


def test_a_principle_and_what_supports_it_stand_under_its_number() -> None:
    assert headings(SectionId.PRINCIPLES) == [(f"Uitgangspunt {number}", 2) for number in (1, 2, 3, 5)]


def test_what_comes_after_a_heading_and_is_about_something_else_says_so() -> None:
    assert headings(SectionId.TIME_AND_MONEY)[-1] == ("Verder", 1)


@pytest.mark.parametrize(
    "section", [SectionId.MONITORING, SectionId.ADOPTION, SectionId.ON_ONE_PAGE, SectionId.DIRECTION]
)
def test_one_topic_or_only_single_passages_need_no_heading(section: SectionId) -> None:
    assert [heading for heading, _ in headings(section)] == [""]


def test_an_empty_section_has_no_topic() -> None:
    assert headings(SectionId.ROLES) == []
