# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way of the policy: to management, to the works council, adopted, and open again."""

import datetime

import pytest

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape import limits
from leerlandschap.core.landscape.state import Stage
from leerlandschap.core.vocabulary import Refusal, Refused
from tests.core.landscape.cast import TODAY, TOMORROW, WILLEM, YESTERDAY, Asked, given
from tests.core.landscape.examples import ADOPTED, ASKED, GIVEN, NOTES, SECTIONS

YEARS_AGO = TODAY.replace(year=TODAY.year - 6)
IN_A_LONG_TIME = TODAY.replace(year=TODAY.year + 21)
NEXT_YEAR = TODAY.replace(year=TODAY.year + 1)


def adopts(**parts: object) -> Asked:
    asked = c.AdoptPolicy(**{"on": TODAY, "adopted_by": "directie", **parts})  # type: ignore[arg-type]
    return WILLEM.asks(c.PutIntoForce(asked, SECTIONS, NOTES))


def test_the_policy_goes_its_way_step_by_step() -> None:
    here = given().after(
        WILLEM.asks(c.SendPolicy(TODAY, "directie")),
        WILLEM.asks(c.AskWorksCouncil(TODAY, "OR")),
        WILLEM.asks(c.RecordConsent(TODAY, "given_with_remarks", "OR-12", "let op deeltijders")),
        adopts(valid_until=NEXT_YEAR, review_on=TOMORROW),
        WILLEM.asks(c.ReopenPolicy("een nieuw jaar")),
    )
    told = [(step.kind, step.to, step.number, step.remark, step.version) for step in here.state.route]
    assert told == [
        ("sent", "directie", "", "", 0),
        ("consent_asked", "OR", "", "", 0),
        ("consent_given", "", "OR-12", "let op deeltijders", 0),
        ("adopted", "directie", "", "", 1),
        ("reopened", "", "", "een nieuw jaar", 0),
    ]
    assert (here.state.stage, here.state.review_on) == (Stage.CONCEPT, TOMORROW)


def test_every_edition_stays_as_it_was_adopted() -> None:
    once = given(*GIVEN).after(adopts())
    again = once.after(WILLEM.asks(c.ReopenPolicy()), adopts(without_consent="een kleine wijziging"))
    first, second = again.state.editions
    assert first == ADOPTED
    assert (second.version, second.without_consent) == (2, "een kleine wijziging")


def test_without_the_consent_of_the_works_council_the_reason_is_asked_for() -> None:
    for past in ((), (e.PolicySent(TODAY),), ASKED):
        here = given(*past)
        assert here.when(adopts()) == Refused(Refusal.CONSENT_MISSING, "without_consent")
        assert here.when(adopts(without_consent=" ")) == Refused(Refusal.CONSENT_MISSING, "without_consent")
        assert here.after(adopts(without_consent="er is geen OR")).state.stage is Stage.ADOPTED


def test_consent_that_was_withheld_brings_the_policy_back_to_concept_with_the_remark() -> None:
    here = given(*ASKED).after(WILLEM.asks(c.RecordConsent(TODAY, "withheld", None, "te vaag")))
    assert (here.state.stage, here.state.route[-1].kind, here.state.route[-1].remark) == (
        Stage.CONCEPT, "consent_withheld", "te vaag",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("decision", "number", "remark", "why"),
    [
        ("given", "", "", Refused(Refusal.TEXT_MISSING, "number")),
        ("given_with_remarks", "OR-12", "", Refused(Refusal.TEXT_MISSING, "remark")),
        ("withheld", "", " ", Refused(Refusal.TEXT_MISSING, "remark")),
        ("given", "x" * 121, "", Refused(Refusal.TEXT_TOO_LONG, "number", {"most": limits.TITLE, "length": 121})),
    ],
)
def test_a_decision_of_the_works_council_has_its_number_or_its_remark(
    decision: str, number: str, remark: str, why: Refused
) -> None:
    asked = c.RecordConsent(TODAY, decision, number, remark)  # type: ignore[arg-type]
    assert given(*ASKED).when(WILLEM.asks(asked)) == why


def test_a_decision_can_be_put_right() -> None:
    right = c.RecordConsent(TODAY, "given", "OR-13")
    assert given(*GIVEN).when(WILLEM.asks(right)) == (e.ConsentRecorded(TODAY, "given", "OR-13"),)


@pytest.mark.parametrize("on", [YEARS_AGO, IN_A_LONG_TIME])
def test_a_day_that_nobody_can_mean_is_refused(on: datetime.date) -> None:
    not_valid = Refused(Refusal.DATE_NOT_VALID, "on")
    for past, command in (
        ((), c.SendPolicy(on)), ((), c.AskWorksCouncil(on)), (ASKED, c.RecordConsent(on, "given", "OR-12")),
    ):  # fmt: skip
        assert given(*past).when(WILLEM.asks(command)) == not_valid
    assert given(*GIVEN).when(adopts(on=on)) == not_valid


@pytest.mark.parametrize("field", ["valid_until", "review_on"])
def test_what_comes_after_the_adoption_lies_after_it_and_not_too_far(field: str) -> None:
    here = given(*GIVEN)
    assert here.when(adopts(**{field: TODAY})) == Refused(Refusal.DATES_CROSSED, field)
    assert here.when(adopts(**{field: IN_A_LONG_TIME})) == Refused(Refusal.DATE_NOT_VALID, field)


def test_somebody_adopts_it() -> None:
    assert given(*GIVEN).when(adopts(adopted_by=" ")) == Refused(Refusal.TEXT_MISSING, "adopted_by")


def test_a_review_lies_ahead_and_can_be_moved() -> None:
    here = given(e.ReviewPlanned(TOMORROW))
    assert here.when(WILLEM.asks(c.PlanReview(YESTERDAY))) == Refused(Refusal.DATE_IN_THE_PAST, "on")
    assert here.when(WILLEM.asks(c.PlanReview(IN_A_LONG_TIME))) == Refused(Refusal.DATE_NOT_VALID, "on")
    assert here.when(WILLEM.asks(c.PlanReview(TODAY))) == (e.ReviewPlanned(TODAY),)


def test_a_new_edition_without_a_review_keeps_the_day_that_was_planned() -> None:
    assert given(e.ReviewPlanned(TOMORROW), *GIVEN).after(adopts()).state.review_on == TOMORROW


def test_a_concept_is_open_already() -> None:
    assert given().when(WILLEM.asks(c.ReopenPolicy("x"))) == ()


def test_texts_on_the_way_have_an_end() -> None:
    long = "x" * (limits.TITLE + 1)
    why = Refused(Refusal.TEXT_TOO_LONG, "to", {"most": limits.TITLE, "length": limits.TITLE + 1})
    assert [given().when(WILLEM.asks(ask(TODAY, long))) for ask in (c.SendPolicy, c.AskWorksCouncil)] == [why, why]
    reason = given(e.PolicySent(TODAY)).when(WILLEM.asks(c.ReopenPolicy("x" * 1001)))
    assert reason == Refused(Refusal.TEXT_TOO_LONG, "reason", {"most": limits.TEXT, "length": 1001})
