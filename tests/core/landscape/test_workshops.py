# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a workshop hands on: once, and once more after it was reopened, without undoing what hands did since."""

import pytest
from msgspec.structs import replace

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.outcome import Words, WorkshopOutcome
from leerlandschap.core.landscape.state import FollowUpStatus
from leerlandschap.core.vocabulary import Country, Language, Refusal, Refused
from tests.core.landscape.cast import (
    AUTUMN,
    BRAMS_NAME,
    FEMKE,
    FOUND,
    HOBBIES,
    HOURS,
    LEARN,
    LEARN_WORDS,
    PAY,
    SANNE,
    SANNES_NAME,
    SPRING,
    TODAY,
    TOMORROW,
    WILLEM,
    Given,
    autumn,
    given,
    opened,
    spring,
)
from tests.core.landscape.examples import A_FINDING

OTHER_WORDS = Words("Iedereen leert zes uur per maand.")
REOPENED = spring((LEARN_WORDS, OTHER_WORDS), scope="Ook stages.", boundary="Wel hobby's.", owner=BRAMS_NAME)


def handed_on(here: Given, outcome: WorkshopOutcome = REOPENED) -> Given:
    return here.after(FEMKE.asks(c.CarryOver(outcome)))


# ---- the first time


def test_everything_of_a_workshop_finds_its_place() -> None:
    state = given().state
    assert state.workshops == (SPRING,)
    assert [(f.number, f.owner, f.due_on) for f in state.follow_ups.values() if f.id == HOURS] == [
        (1, SANNES_NAME, TODAY)
    ]
    assert [(p.id, p.number, p.kept) for p in state.standing] == [(LEARN, 1, True), (PAY, 2, False)]
    assert [w.text for w in state.scope] == ["Voor iedereen."]
    assert state.boundaries[HOBBIES].text == "Geen hobby's."


def test_a_workshop_is_added_once_whether_it_was_announced_or_not() -> None:
    announced = opened().and_(e.WorkshopAdded(SPRING))
    assert announced.when(FEMKE.asks(c.CarryOver(spring()))) == (e.OutcomeCarriedOver(spring()),)
    assert given().when(FEMKE.asks(c.AddWorkshop(SPRING))) == ()


def test_a_second_workshop_adds_its_principles_and_leaves_the_scope_to_a_hand() -> None:
    state = handed_on(given(), autumn()).state
    assert [p.number for p in state.standing] == [1, 2, 3]
    assert [w.text for w in state.scope] == ["Voor iedereen."]
    assert state.outcomes[AUTUMN].scope == "Voor team Beheer."


def test_a_first_scope_may_come_from_a_later_workshop() -> None:
    here = opened().after(FEMKE.asks(c.CarryOver(spring(scope=""))), FEMKE.asks(c.CarryOver(autumn())))
    assert [(w.text, w.workshop) for w in here.state.scope] == [("Voor team Beheer.", AUTUMN)]


# ---- again, after it was reopened


def test_what_nobody_touched_follows_the_group() -> None:
    state = handed_on(given()).state
    assert [w.words for w in state.principles[LEARN].wordings] == [LEARN_WORDS, OTHER_WORDS]
    assert [w.text for w in state.scope] == ["Voor iedereen.", "Ook stages."]
    assert state.boundaries[HOBBIES].text == "Wel hobby's."
    assert state.follow_ups[HOURS].owner == BRAMS_NAME


def test_a_group_that_comes_back_to_earlier_words_is_heard() -> None:
    back = handed_on(handed_on(given()), spring((LEARN_WORDS, OTHER_WORDS, LEARN_WORDS)))
    assert [w.words for w in back.state.principles[LEARN].wordings] == [LEARN_WORDS, OTHER_WORDS, LEARN_WORDS]
    assert back.state.scope[-1].text == "Voor iedereen."
    assert back.state.boundaries[HOBBIES].text == "Geen hobby's."


def test_what_the_group_forgot_of_its_own_words_is_not_forgotten_here() -> None:
    state = handed_on(given(), spring((OTHER_WORDS,))).state
    assert [w.words for w in state.principles[LEARN].wordings] == [LEARN_WORDS, OTHER_WORDS]


@pytest.mark.parametrize(
    "hand",
    [
        e.PrincipleRevised(LEARN, "korter", "Leren mag."),
        e.PrincipleSupplemented(LEARN, FOUND, LEARN_WORDS.statement),
        e.PrincipleAdopted(LEARN),
        e.PrincipleWithdrawn(LEARN, "te vaag"),
        e.PrinciplesMerged(LEARN, (PAY,), LEARN_WORDS.statement, LEARN_WORDS.because, LEARN_WORDS.means),
        e.PrinciplesMerged(PAY, (LEARN,), "Leren mag."),
    ],
    ids=lambda event: type(event).__name__,
)
def test_a_principle_that_a_hand_took_up_keeps_its_words_and_status(hand: e.Event) -> None:
    before = given(*A_FINDING, hand)
    after = handed_on(before).state.principles[LEARN]
    assert replace(after, sources=()) == replace(before.state.principles[LEARN], sources=())


def test_what_the_group_says_of_it_is_new_wherever_it_went() -> None:
    here = handed_on(given(e.PrinciplesMerged(PAY, (LEARN,), "Leren mag.")), spring(consent=(12, 0, 0)))
    told = [(s.principle, s.consent) for s in here.state.principles[PAY].sources]
    assert told == [(PAY, None), (LEARN, (12, 0, 0))]
    assert here.state.principles[LEARN].sources[0].consent == (12, 0, 0)


@pytest.mark.parametrize(
    ("hand", "status"),
    [
        (c.GiveOwner(HOURS, None), FollowUpStatus.OPEN),
        (c.Postpone(HOURS, TOMORROW, "de cao"), FollowUpStatus.WAITING),
        (c.Drop(HOURS, "al besloten"), FollowUpStatus.DROPPED),
        (c.RecordFinding(HOURS, "Vijf teams."), FollowUpStatus.FOUND),
    ],
)
def test_a_follow_up_that_a_hand_took_up_keeps_what_was_done(hand: c.Command, status: FollowUpStatus) -> None:
    before = given().after(SANNE.asks(hand))
    after = handed_on(before).state.follow_ups[HOURS]
    assert after.status is status
    assert replace(after, agreed=before.state.follow_ups[HOURS].agreed) == before.state.follow_ups[HOURS]
    assert after.agreed.owner == BRAMS_NAME  # what was agreed anew can be seen


def test_a_scope_and_a_boundary_of_a_hand_stay() -> None:
    here = given().after(WILLEM.asks(c.WordScope("Voor ons.")), WILLEM.asks(c.WordBoundary("Tot 40 uur.", HOBBIES)))
    state = handed_on(here).state
    assert (state.scope[-1].text, state.boundaries[HOBBIES].text) == ("Voor ons.", "Tot 40 uur.")


def test_a_boundary_that_was_lifted_stays_lifted() -> None:
    assert handed_on(given(e.BoundaryLifted(HOBBIES, "te streng"))).state.boundaries[HOBBIES].lifted == "te streng"


# ---- the frame


def test_the_frame_is_chosen_part_by_part() -> None:
    here = given()
    country = WILLEM.asks(c.ChooseFrame(country=Country.BE))
    assert here.when(country) == (e.FrameChosen("Gemeente Westerveen", Language.NL, Country.BE),)
    assert here.when(WILLEM.asks(c.ChooseFrame())) == ()
    assert here.when(WILLEM.asks(c.ChooseFrame("x" * 121))) == Refused(
        Refusal.TEXT_TOO_LONG, "organisation", {"most": 120, "length": 121}
    )
    assert here.when(WILLEM.asks(c.ChooseFrame("  "))) == Refused(Refusal.TEXT_MISSING, "organisation")
