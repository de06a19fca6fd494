# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Principles after the workshop: every wording stays, no finding gets lost."""

from collections.abc import Callable

import pytest

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape import limits
from leerlandschap.core.landscape.likeness import alike
from leerlandschap.core.landscape.outcome import Words
from leerlandschap.core.landscape.state import PrincipleStatus
from leerlandschap.core.vocabulary import FindingId, PrincipleId, Refusal, Refused, Touch
from tests.core.landscape.cast import (
    FOUND,
    HOURS,
    LEARN,
    LEARN_WORDS,
    MORE,
    PAY,
    SHORT,
    SPRING,
    WILLEM,
    Given,
    autumn,
    given,
)
from tests.core.landscape.examples import A_FINDING

NOWHERE = PrincipleId("nowhere")
THREE = e.OutcomeCarriedOver(autumn())  # brings SHORT


def status(here: Given, principle: PrincipleId = LEARN) -> PrincipleStatus:
    return here.state.principles[principle].status


def waiting(here: Given, principle: PrincipleId = LEARN) -> list[FindingId]:
    return [each.id for each in here.state.open_findings(principle)]


# ---- a life


def test_a_principle_lives_from_draft_to_revised() -> None:
    here = given(*A_FINDING)
    assert status(here) is PrincipleStatus.DRAFT
    here = here.after(WILLEM.asks(c.SupplementPrinciple(LEARN, FOUND, except_="er brand is")))
    assert status(here) is PrincipleStatus.SUPPLEMENTED
    here = here.after(WILLEM.asks(c.AdoptPrinciple(LEARN)))
    assert status(here) is PrincipleStatus.ADOPTED
    here = here.after(WILLEM.asks(c.RevisePrinciple(LEARN, "te veel", "Iedereen leert een uur.")))
    assert status(here) is PrincipleStatus.REVISED
    assert status(here.after(WILLEM.asks(c.AdoptPrinciple(LEARN)))) is PrincipleStatus.ADOPTED


def test_every_wording_stays_with_what_it_came_from() -> None:
    here = given(*A_FINDING).after(
        WILLEM.asks(c.SupplementPrinciple(LEARN, FOUND, except_="er brand is")),
        WILLEM.asks(c.RevisePrinciple(LEARN, "te veel", "Iedereen leert een uur.")),
    )
    told = [(w.workshop, w.finding, w.reason, w.by) for w in here.state.principles[LEARN].wordings]
    assert told == [
        (SPRING, None, "", "facilitator"),
        (None, FOUND, "", "landscape"),
        (None, None, "te veel", "landscape"),
    ]
    assert here.state.principles[LEARN].words == Words(
        "Iedereen leert een uur.", LEARN_WORDS.because, LEARN_WORDS.means, "er brand is"
    )


def test_a_draft_that_is_worded_anew_is_still_a_draft() -> None:
    assert status(given(e.PrincipleRevised(LEARN, "korter", "Leren mag."))) is PrincipleStatus.DRAFT


def test_what_was_adopted_and_then_gets_a_finding_is_revised() -> None:
    here = given(*A_FINDING, e.PrincipleAdopted(LEARN)).after(WILLEM.asks(c.SupplementPrinciple(LEARN, FOUND)))
    assert status(here) is PrincipleStatus.REVISED


# ---- findings that come back


def test_a_finding_waits_until_it_has_come_back() -> None:
    here = given(*A_FINDING)
    assert waiting(here) == [FOUND]
    assert waiting(here.after(WILLEM.asks(c.SupplementPrinciple(LEARN, FOUND)))) == []


def test_a_finding_that_confirms_does_not_wait() -> None:
    assert waiting(given(e.FindingRecorded(FOUND, HOURS, "Het klopt.", {LEARN: Touch.CONFIRMS}))) == []


def test_a_finding_comes_back_once_whatever_words_come_with_it() -> None:
    here = given(*A_FINDING).after(WILLEM.asks(c.SupplementPrinciple(LEARN, FOUND, "Leren mag.", wordings=1)))
    assert here.when(WILLEM.asks(c.SupplementPrinciple(LEARN, FOUND, "Leren moet.", wordings=1))) == ()


def test_a_finding_that_is_not_there_cannot_come_back() -> None:
    assert given().when(WILLEM.asks(c.SupplementPrinciple(LEARN, FOUND))) == Refused(Refusal.UNKNOWN_FINDING, "finding")


# ---- two writers


@pytest.mark.parametrize(
    "second",
    [c.RevisePrinciple(LEARN, "anders", "Leren moet.", wordings=1), c.SupplementPrinciple(LEARN, FOUND, wordings=1)],
    ids=["who revises", "who supplements"],
)
def test_the_second_of_two_writers_hears_that_the_words_have_changed(second: c.Command) -> None:
    here = given(*A_FINDING).after(WILLEM.asks(c.RevisePrinciple(LEARN, "korter", "Leren mag.", wordings=1)))
    assert here.when(WILLEM.asks(second)) == Refused(Refusal.WORDING_CHANGED, "statement")


def test_two_writers_who_wrote_the_same_are_of_one_mind() -> None:
    here = given().after(WILLEM.asks(c.RevisePrinciple(LEARN, "korter", "Leren mag.", wordings=1)))
    assert here.when(WILLEM.asks(c.RevisePrinciple(LEARN, "helderder", "Leren mag.", wordings=1))) == ()


def test_who_does_not_say_what_was_read_writes_anyway() -> None:
    here = given(e.PrincipleRevised(LEARN, "korter", "Leren mag."))
    assert here.when(WILLEM.asks(c.RevisePrinciple(LEARN, "anders", "Leren moet."))) == (
        e.PrincipleRevised(LEARN, "anders", "Leren moet."),
    )


# ---- texts


@pytest.mark.parametrize(
    ("command", "field", "most"),
    [
        (lambda long: c.WritePrinciple(long), "statement", limits.SENTENCE),
        (lambda long: c.WritePrinciple("Leren mag.", because=long), "because", limits.TEXT),
        (lambda long: c.RevisePrinciple(LEARN, "x", means=long), "means", limits.TEXT),
        (lambda long: c.SupplementPrinciple(LEARN, FOUND, except_=long), "except", limits.TEXT),
        (lambda long: c.MergePrinciples((LEARN, PAY), long), "statement", limits.SENTENCE),
        (lambda long: c.RevisePrinciple(LEARN, long, "Leren mag."), "reason", limits.TEXT),
        (lambda long: c.WithdrawPrinciple(LEARN, long), "reason", limits.TEXT),
    ],
)
def test_a_text_that_is_too_long_is_refused_by_its_field(
    command: Callable[[str], c.Command], field: str, most: int
) -> None:
    answer = given(*A_FINDING).when(WILLEM.asks(command("x" * (most + 1))))
    assert answer == Refused(Refusal.TEXT_TOO_LONG, field, {"most": most, "length": most + 1})
    assert not isinstance(given(*A_FINDING).when(WILLEM.asks(command("x" * most))), Refused)


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (c.WritePrinciple("  "), "statement"),
        (c.RevisePrinciple(LEARN, "", "Leren mag."), "reason"),
        (c.RevisePrinciple(LEARN, "x", ""), "statement"),
        (c.SupplementPrinciple(LEARN, FOUND, ""), "statement"),
        (c.WithdrawPrinciple(LEARN, "\n"), "reason"),
    ],
)
def test_what_must_be_said_is_asked_for(command: c.Command, field: str) -> None:
    assert given(*A_FINDING).when(WILLEM.asks(command)) == Refused(Refusal.TEXT_MISSING, field)


def test_a_reason_that_is_emptied_is_taken_away() -> None:
    here = given().after(WILLEM.asks(c.RevisePrinciple(LEARN, "korter", because="")))
    assert here.state.principles[LEARN].words == Words(LEARN_WORDS.statement, "", LEARN_WORDS.means)


def test_there_is_an_end_to_principles() -> None:
    many = (e.PrincipleWritten(PrincipleId(f"p{n}"), f"Regel {n}.") for n in range(limits.PRINCIPLES - 2))
    full = given(*many)
    assert full.when(WILLEM.asks(c.WritePrinciple("Nog een."))) == Refused(
        Refusal.TOO_MANY, "statement", {"most": limits.PRINCIPLES}
    )


# ---- merging


def test_a_merged_principle_brings_its_sources_and_findings_along() -> None:
    here = given(THREE, *A_FINDING, e.PrincipleSupplemented(LEARN, FOUND, "Leren mag.")).after(
        WILLEM.asks(c.MergePrinciples((SHORT, LEARN)))
    )
    into, gone = here.state.principles[SHORT], here.state.principles[LEARN]
    assert [(s.workshop, s.principle) for s in into.sources] == [("w-autumn", SHORT), (SPRING, LEARN)]
    assert (into.findings, gone.merged_into, gone.stands) == ((FOUND,), SHORT, False)
    assert len(into.wordings) == 1  # in its own words


def test_a_finding_that_waits_for_one_of_them_still_waits_after_merging() -> None:
    """It had come back into one, and contradicts the other."""
    touches = {LEARN: Touch.SUPPLEMENTS, SHORT: Touch.CONTRADICTS}
    here = given(
        THREE, e.FindingRecorded(FOUND, HOURS, "x", touches), e.PrincipleSupplemented(LEARN, FOUND, "Leren mag.")
    )
    assert (waiting(here), waiting(here, SHORT)) == ([], [FOUND])
    for order in ((LEARN, SHORT), (SHORT, LEARN)):
        assert waiting(here.after(WILLEM.asks(c.MergePrinciples(order))), order[0]) == [FOUND]


def test_of_two_touches_that_meet_the_one_that_asks_more_counts() -> None:
    touches = {LEARN: Touch.CONFIRMS, SHORT: Touch.CONTRADICTS, PAY: Touch.CONFIRMS}
    here = given(THREE, e.FindingRecorded(FOUND, HOURS, "x", touches)).after(
        WILLEM.asks(c.MergePrinciples((LEARN, SHORT)))
    )
    assert here.state.findings[FOUND].touches == {LEARN: Touch.CONTRADICTS, PAY: Touch.CONFIRMS}
    assert waiting(here) == [FOUND]


def test_an_empty_text_stays_as_the_first_has_it() -> None:
    merge = c.MergePrinciples((LEARN, PAY), " ", "", "anders", None)
    assert given().when(WILLEM.asks(merge)) == (
        e.PrinciplesMerged(LEARN, (PAY,), LEARN_WORDS.statement, LEARN_WORDS.because, "anders"),
    )


@pytest.mark.parametrize("named", [(), (LEARN,), (LEARN, LEARN)])
def test_merging_asks_for_two(named: tuple[PrincipleId, ...]) -> None:
    answer = given().when(WILLEM.asks(c.MergePrinciples(named)))
    assert answer == Refused(Refusal.NOTHING_TO_MERGE, "principles")


@pytest.mark.parametrize(
    ("named", "why"),
    [((NOWHERE, LEARN), Refusal.UNKNOWN_PRINCIPLE), ((LEARN, NOWHERE), Refusal.UNKNOWN_PRINCIPLE),
     ((PAY, LEARN), Refusal.PRINCIPLE_WITHDRAWN), ((LEARN, PAY), Refusal.PRINCIPLE_WITHDRAWN)],
)  # fmt: skip
def test_only_principles_that_stand_are_merged(named: tuple[PrincipleId, ...], why: Refusal) -> None:
    here = given(e.PrincipleWithdrawn(PAY, "te vaag"))
    assert here.when(WILLEM.asks(c.MergePrinciples(named))) == Refused(why, "principles")


def test_merging_goes_on_and_on() -> None:
    here = given(THREE, *A_FINDING).after(
        WILLEM.asks(c.MergePrinciples((PAY, LEARN))), WILLEM.asks(c.MergePrinciples((SHORT, PAY)))
    )
    assert [p.id for p in here.state.standing] == [SHORT]
    assert waiting(here, SHORT) == [FOUND]
    assert [s.principle for s in here.state.principles[SHORT].sources] == [SHORT, PAY, LEARN]


# ---- what no longer stands


@pytest.mark.parametrize(
    "command",
    [c.SupplementPrinciple(LEARN, FOUND), c.RevisePrinciple(LEARN, "x", "Leren mag."), c.AdoptPrinciple(LEARN)],
)
@pytest.mark.parametrize(
    "ending", [e.PrincipleWithdrawn(LEARN, "te vaag"), e.PrinciplesMerged(PAY, (LEARN,), "Leren mag.")]
)
def test_what_no_longer_stands_is_not_worded_or_adopted(command: c.Command, ending: e.Event) -> None:
    answer = given(*A_FINDING, ending).when(WILLEM.asks(command))
    assert answer == Refused(Refusal.PRINCIPLE_WITHDRAWN, "principle")


@pytest.mark.parametrize(
    "command",
    [c.SupplementPrinciple(NOWHERE, FOUND), c.RevisePrinciple(NOWHERE, "x", "y"), c.AdoptPrinciple(NOWHERE),
     c.WithdrawPrinciple(NOWHERE, "x")],
)  # fmt: skip
def test_a_principle_that_is_not_there_is_unknown(command: c.Command) -> None:
    assert given(*A_FINDING).when(WILLEM.asks(command)) == Refused(Refusal.UNKNOWN_PRINCIPLE, "principle")


def test_a_withdrawn_principle_keeps_its_words_and_says_why() -> None:
    gone = given().after(WILLEM.asks(c.WithdrawPrinciple(LEARN, "te vaag"))).state.principles[LEARN]
    assert (gone.status, gone.reason, gone.words, gone.stands) == (
        PrincipleStatus.WITHDRAWN, "te vaag", LEARN_WORDS, False,
    )  # fmt: skip


def test_what_was_withdrawn_can_be_written_again() -> None:
    here = given(e.PrincipleWithdrawn(PAY, "te duur"))
    assert here.when(WILLEM.asks(c.WritePrinciple("De organisatie betaalt elke opleiding."))) == (
        e.PrincipleWritten(PrincipleId("new"), "De organisatie betaalt elke opleiding."),
    )


def test_a_principle_of_nobody_but_a_hand_was_kept_by_that_hand() -> None:
    here = given().after(WILLEM.asks(c.WritePrinciple("Leren mag.")))
    kept = {p.id: p.kept for p in here.state.standing}
    assert kept == {LEARN: True, PAY: False, "n1": True}
    assert here.after(WILLEM.asks(c.AdoptPrinciple(PAY))).state.principles[PAY].kept


# ---- likeness


def test_two_that_share_most_of_their_longer_words_look_alike() -> None:
    assert alike(given(THREE).state.standing) == ((LEARN, SHORT),)


def test_what_no_longer_stands_looks_like_nothing() -> None:
    assert alike(given(THREE, e.PrincipleWithdrawn(SHORT, "x")).state.standing) == ()


def test_short_words_alone_are_no_likeness() -> None:
    here = given(e.PrincipleWritten(MORE_ID, "Wij en zij."), e.PrincipleWritten(PrincipleId("q"), "Wij of zij."))
    assert alike(here.state.standing) == ()


MORE_ID = PrincipleId(MORE)
