# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card stands in one file, whole, in two languages."""

import re

import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import Moment, Playbook, QuestionKind, StepId, Turn
from leerlandschap.playbooks import check, known

NL, EN = Language


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return known()["leerlandschap-verkennen"]


def test_nothing_is_wrong_with_the_card(card: str) -> None:
    assert check(card) == []


def test_the_card_takes_twenty_minutes(playbook: Playbook) -> None:
    assert {each.id: each.minutes for each in playbook.steps} == {
        StepId.WELCOME: 2,
        StepId.STATEMENTS: 7.5,
        StepId.FOLLOW_UPS: 3.5,
        StepId.PRINCIPLES: 5,
        StepId.CLOSING: 2,
    }


def test_the_card_has_five_statements(playbook: Playbook) -> None:
    assert [each.id for each in playbook.statements] == ["s1", "s2", "s3", "s4", "s5"]
    assert playbook.statements[3].text.nl == "Leren moet direct meetbare resultaten hebben."


def test_the_card_has_four_thinking_questions(playbook: Playbook) -> None:
    asked = {each.id: (each.kind, each.most, len(each.options)) for each in playbook.questions}
    assert asked == {
        "start": (QuestionKind.ONE, 1, 5),
        "forms": (QuestionKind.SOME, 3, 12),
        "limits": (QuestionKind.SOME, 2, 6),
        "aim": (QuestionKind.DIVIDE, 6, 3),
    }


def test_a_limit_in_time_or_money_or_for_some_asks_for_a_few_words(playbook: Playbook) -> None:
    limits = next(each for each in playbook.questions if each.id == "limits")
    assert [each.id for each in limits.options if each.fill] == ["time", "money", "only_for"]


def test_every_form_of_learning_is_explained(playbook: Playbook) -> None:
    forms = next(each for each in playbook.questions if each.id == "forms")
    assert all(each.description for each in forms.options)


def test_the_facilitator_knows_what_to_say_and_do_at_every_moment(playbook: Playbook) -> None:
    assert [each.moment for each in playbook.script if each.when is None] == [*Moment]
    assert all(each.say and each.do for each in playbook.script)


def test_there_are_other_words_for_when_there_is_no_smallest_group(playbook: Playbook) -> None:
    otherwise = [(each.moment, each.when) for each in playbook.script if each.when]
    assert otherwise == [
        (Moment.REVEAL, Turn.TOO_FEW), (Moment.DISCUSS, Turn.LEVEL), (Moment.DISCUSS, Turn.TOO_FEW)
    ]  # fmt: skip
    words = [text.nl for each in playbook.script if each.when for text in each.say]
    assert [text for text in words if "kleinste" in (text or "")] == []


def test_the_source_of_the_card_is_told(playbook: Playbook) -> None:
    assert "niet van ons" in playbook.provenance.spoken(NL)[0]
    assert "not ours" in playbook.provenance.spoken(EN)[0]


def test_the_card_speaks_to_people_as_je_and_does_not_shout(card: str) -> None:
    texts = re.findall(r'nl = "(.*)"', card)
    assert len(texts) > 100
    assert [each for each in texts if re.search(r"\b(u|uw)\b|!", each, re.IGNORECASE)] == []


def test_the_card_is_read_once() -> None:
    assert known() is known()
