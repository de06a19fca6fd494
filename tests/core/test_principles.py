# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Step 3: thinking questions, principles, consent, scope and boundaries; and the closing rating."""

import pytest
from immutables import Map

from leerlandschap.core.vocabulary import BoundaryId, Consent, OptionId, PrincipleId, QuestionId, Refusal, Refused
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.commands import AnswerQuestion
from leerlandschap.core.workshop.playbook import StepId
from leerlandschap.core.workshop.state import Wordings
from tests.cast import AIM, AISHA, BRAM, CHEN, FEMKE, FORMS, LIMITS, PEOPLE, START, Given, given, in_step

IN_STEP_3 = in_step(StepId.PRINCIPLES)
LEARN, PAY, GONE = PrincipleId("learn"), PrincipleId("pay"), PrincipleId("gone")
O = OptionId  # noqa: E741 - one letter, so that a row of choices stays a row


def two_principles() -> Given:
    drafts = (
        AISHA.did(e.PrincipleDrafted(LEARN, "Leren is werk.")),
        BRAM.did(e.PrincipleDrafted(PAY, "Wij betalen.")),
    )
    return given(IN_STEP_3, *drafts)


def asked() -> Given:
    return two_principles().after(FEMKE.asks(c.AskConsent()))


@pytest.mark.parametrize(
    ("question", "choice", "points"),
    [
        (START, O("both"), {"both": 1}),
        (FORMS, O("mentor"), {"mentor": 1}),
        (FORMS, (O("mentor"), O("online"), O("peers")), {"mentor": 1, "online": 1, "peers": 1}),
        (FORMS, (O("mentor"), O("mentor")), {"mentor": 1}),
        (LIMITS, (O("time"), O("money")), {"time": 1, "money": 1}),
        (AIM, {O("organisation"): 1, O("career"): 2, O("talent"): 3}, {"organisation": 1, "career": 2, "talent": 3}),
        (AIM, {O("career"): 6, O("talent"): 0}, {"career": 6}),
    ],
)
def test_each_kind_of_question_is_answered_in_its_own_way(
    question: QuestionId, choice: object, points: dict[OptionId, int]
) -> None:
    command = AnswerQuestion(question, choice)  # type: ignore[arg-type]
    assert given(IN_STEP_3).when(AISHA.asks(command)) == (e.QuestionAnswered(AISHA.id, question, points),)


@pytest.mark.parametrize(
    ("question", "choice", "why"),
    [
        (START, (O("both"),), Refused(Refusal.CHOICE_NOT_VALID, "choice")),
        (START, {O("both"): 1}, Refused(Refusal.CHOICE_NOT_VALID, "choice")),
        (START, O("nowhere"), Refused(Refusal.UNKNOWN_OPTION, "choice")),
        (FORMS, {O("mentor"): 1}, Refused(Refusal.CHOICE_NOT_VALID, "choice")),
        (FORMS, (O("mentor"), O("nowhere")), Refused(Refusal.UNKNOWN_OPTION, "choice")),
        (LIMITS, (O("time"), O("money"), O("agreed")), Refused(Refusal.TOO_MANY, "choice", {"most": 2})),
        (AIM, O("career"), Refused(Refusal.CHOICE_NOT_VALID, "choice")),
        (AIM, (O("career"),), Refused(Refusal.CHOICE_NOT_VALID, "choice")),
        (AIM, {O("nowhere"): 6}, Refused(Refusal.UNKNOWN_OPTION, "choice")),
        (AIM, {}, Refused(Refusal.POINTS_NOT_DIVIDED, "choice", {"most": 6})),
        (AIM, {O("career"): 5}, Refused(Refusal.POINTS_NOT_DIVIDED, "choice", {"most": 6})),
        (AIM, {O("career"): 7, O("talent"): -1}, Refused(Refusal.POINTS_NOT_DIVIDED, "choice", {"most": 6})),
        (QuestionId("nowhere"), O("both"), Refused(Refusal.UNKNOWN_QUESTION, "question")),
    ],
)
def test_a_choice_that_does_not_fit_its_question_is_refused(question: QuestionId, choice: object, why: Refused) -> None:
    command = AnswerQuestion(question, choice)  # type: ignore[arg-type]
    assert given(IN_STEP_3).when(AISHA.asks(command)) == why


def test_unticking_everything_takes_the_answer_back() -> None:
    ticked = given(IN_STEP_3).after(AISHA.asks(AnswerQuestion(FORMS, (O("mentor"),))))
    unticked = ticked.after(AISHA.asks(AnswerQuestion(FORMS, ())))
    assert unticked.state.answers[FORMS].by == Map()
    assert unticked.state.answers[FORMS].points[O("mentor")] == 0
    assert unticked.when(AISHA.asks(AnswerQuestion(FORMS, ()))) == ()


def test_an_answer_given_anew_replaces_the_former() -> None:
    here = given(IN_STEP_3).after(
        AISHA.asks(AnswerQuestion(LIMITS, (O("time"), O("money")), "40")),
        BRAM.asks(AnswerQuestion(LIMITS, O("time"))),
        AISHA.asks(AnswerQuestion(LIMITS, O("none"))),
    )
    assert {o: n for o, n in here.state.answers[LIMITS].points.items() if n} == {"time": 1, "none": 1}
    assert here.state.answers[LIMITS].by[AISHA.id].fill == ""


def test_a_late_answer_is_refused() -> None:
    late = given(IN_STEP_3, e.AnswersRevealed()).when(AISHA.asks(AnswerQuestion(START, O("both"))))
    assert late == Refused(Refusal.TOO_LATE, "question")


def test_the_same_principle_sent_twice_is_one_also_after_it_was_worded_anew() -> None:
    draft = AISHA.asks(c.DraftPrinciple("Leren is werk."))
    here = given(IN_STEP_3).after(draft)
    assert here.after(FEMKE.asks(c.EditPrinciple(PrincipleId("n1"), "Leren is ook werk."))).when(draft) == ()


def test_consent_to_other_words_is_not_consent_to_these() -> None:
    before = asked().after(AISHA.asks(c.GiveConsent(LEARN, Consent.AGREE)), FEMKE.asks(c.KeepPrinciple(LEARN)))
    edited = before.after(FEMKE.asks(c.EditPrinciple(LEARN, "Leren is ook werk."))).state.principles[LEARN]
    assert (dict(edited.consents), edited.asked, edited.revealed, edited.kept) == ({}, False, False, False)
    assert edited.wordings == (Wordings("Leren is werk."), Wordings("Leren is ook werk."))


def test_consent_is_asked_anew_after_editing() -> None:
    edited = asked().after(FEMKE.asks(c.EditPrinciple(LEARN, "Leren is ook werk.")))
    assert edited.when(FEMKE.asks(c.AskConsent())) == (e.ConsentAsked((LEARN,)),)


def test_consent_is_asked_on_what_is_named_or_on_all_that_is_not_parked() -> None:
    here = two_principles()
    assert here.when(FEMKE.asks(c.AskConsent((PAY,)))) == (e.ConsentAsked((PAY,)),)
    assert here.after(FEMKE.asks(c.Park(PAY))).when(FEMKE.asks(c.AskConsent())) == (e.ConsentAsked((LEARN,)),)


def test_a_reservation_left_out_stays_and_an_empty_one_goes() -> None:
    here = asked().after(AISHA.asks(c.GiveConsent(LEARN, Consent.OBJECT, "te vaag")))
    milder = here.when(AISHA.asks(c.GiveConsent(LEARN, Consent.CAN_LIVE_WITH)))
    assert milder == (e.ConsentGiven(AISHA.id, LEARN, Consent.CAN_LIVE_WITH, "te vaag"),)
    without = here.when(AISHA.asks(c.GiveConsent(LEARN, Consent.OBJECT, "")))
    assert without == (e.ConsentGiven(AISHA.id, LEARN, Consent.OBJECT),)


@pytest.mark.parametrize("showing", [c.RevealConsent(), c.KeepPrinciple(LEARN)])
def test_late_consent_is_refused(showing: c.Command) -> None:
    late = asked().after(FEMKE.asks(showing)).when(CHEN.asks(c.GiveConsent(LEARN, Consent.AGREE)))
    assert late == Refused(Refusal.TOO_LATE, "principle")


def test_only_what_was_asked_is_revealed() -> None:
    here = two_principles().after(FEMKE.asks(c.AskConsent((PAY,))))
    assert here.when(FEMKE.asks(c.RevealConsent())) == (e.ConsentRevealed((PAY,)),)


@pytest.mark.parametrize(
    ("command", "field"),
    [(c.EditPrinciple(GONE, "Leren."), "principle"), (c.AskConsent((LEARN, GONE)), "principles"),
     (c.RevealConsent((GONE,)), "principles"), (c.KeepPrinciple(GONE), "principle")],
)  # fmt: skip
def test_a_principle_that_is_not_there_is_unknown(command: c.Command, field: str) -> None:
    assert asked().when(FEMKE.asks(command)) == Refused(Refusal.UNKNOWN_PRINCIPLE, field)


def test_nobody_consents_to_a_principle_that_is_not_there() -> None:
    consent = asked().when(AISHA.asks(c.GiveConsent(GONE, Consent.AGREE)))
    assert consent == Refused(Refusal.UNKNOWN_PRINCIPLE, "principle")


def test_a_boundary_can_be_changed_and_removed() -> None:
    here = given(IN_STEP_3).after(FEMKE.asks(c.SetBoundary("Geen hobby's.")), FEMKE.asks(c.SetBoundary("Tot € 500.")))
    first = BoundaryId("n1")
    changed = here.after(FEMKE.asks(c.SetBoundary("Geen vrije tijd.", first)))
    assert [text for _, text in changed.state.boundaries] == ["Geen vrije tijd.", "Tot € 500."]
    assert changed.after(FEMKE.asks(c.SetBoundary(" ", first))).state.boundaries == (("n2", "Tot € 500."),)
    assert here.when(FEMKE.asks(c.SetBoundary("Iets", BoundaryId("gone")))) == Refused(
        Refusal.UNKNOWN_BOUNDARY, "boundary"
    )


def test_an_empty_scope_removes_the_scope() -> None:
    here = given(IN_STEP_3)
    assert here.after(FEMKE.asks(c.SetScope("Iedereen.")), FEMKE.asks(c.SetScope(" "))).state == here.state


@pytest.mark.parametrize("rating", [0, 6, -1])
def test_a_rating_outside_the_scale_is_refused(rating: int) -> None:
    closing = given(in_step(StepId.CLOSING))
    assert closing.when(AISHA.asks(c.RateWorkshop(rating))) == Refused(Refusal.RATING_OUT_OF_RANGE, "rating")


def test_consent_to_words_that_have_changed_since_is_refused() -> None:
    edited = asked().after(FEMKE.asks(c.EditPrinciple(PAY, "Wij betalen elke cursus.")))
    stale = c.GiveConsent(PAY, Consent.AGREE, wordings=1)
    assert edited.when(AISHA.asks(stale)) == Refused(Refusal.WORDING_CHANGED, "wordings")
    fresh = c.GiveConsent(PAY, Consent.AGREE, wordings=2)
    assert edited.when(AISHA.asks(fresh)) == (e.ConsentGiven(AISHA.id, PAY, Consent.AGREE),)


def test_ratings_that_were_shown_are_final() -> None:
    rated = given(in_step(StepId.CLOSING)).after(*(who.asks(c.RateWorkshop(4)) for who in PEOPLE[:5]))
    again = rated.after(FEMKE.asks(c.Close()), FEMKE.asks(c.Reopen()))
    assert again.when(PEOPLE[5].asks(c.RateWorkshop(1))) == Refused(Refusal.TOO_LATE, "rating")
    few = given(in_step(StepId.CLOSING)).after(AISHA.asks(c.RateWorkshop(4)))
    again = few.after(FEMKE.asks(c.Close()), FEMKE.asks(c.Reopen()))
    assert again.when(BRAM.asks(c.RateWorkshop(1))) == (e.WorkshopRated(BRAM.id, 1),)
