# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Follow-ups after the workshop: who has them, what they wait for, what was found."""

import datetime

import pytest

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape import limits
from leerlandschap.core.landscape.state import FollowUpStatus
from leerlandschap.core.vocabulary import FindingId, PointId, PrincipleId, Refusal, Refused, Touch
from tests.core.landscape.cast import (
    BRAM,
    BRAMS_NAME,
    FOUND,
    HOURS,
    LEARN,
    MORE,
    PAY,
    SANNE,
    SANNES_NAME,
    TALENT,
    TODAY,
    TOMORROW,
    WILLEM,
    YESTERDAY,
    given,
)
from tests.core.landscape.examples import A_FINDING

FINDS = c.RecordFinding(HOURS, "Vijf teams.", {LEARN: Touch.SUPPLEMENTS})
OF_SANNE = (
    c.GiveOwner(HOURS, BRAMS_NAME), c.Postpone(HOURS, TOMORROW, "de cao"), c.Drop(HOURS, "besloten"), c.PickUp(HOURS),
    FINDS,
)  # fmt: skip
NOWHERE = PointId("nowhere")


def kind(command: c.Command) -> str:
    return type(command).__name__


@pytest.mark.parametrize("command", OF_SANNE, ids=kind)
def test_bram_touches_nothing_of_sannes(command: c.Command) -> None:
    assert given(e.FollowUpPostponed(HOURS, TOMORROW, "iets")).when(BRAM.asks(command)) == Refused(Refusal.NOT_YOURS)


@pytest.mark.parametrize("command", OF_SANNE, ids=kind)
def test_what_sanne_may_willem_may_too(command: c.Command) -> None:
    here = given(e.FollowUpPostponed(HOURS, TOMORROW, "iets"))
    assert here.when(WILLEM.asks(command)) == here.when(SANNE.asks(command))
    assert not isinstance(here.when(SANNE.asks(command)), Refused)


@pytest.mark.parametrize(
    "command",
    [c.GiveOwner(NOWHERE, None), c.Postpone(NOWHERE, TOMORROW, "x"), c.Drop(NOWHERE, "x"), c.PickUp(NOWHERE),
     c.RecordFinding(NOWHERE, "x")],
    ids=kind,
)  # fmt: skip
def test_a_follow_up_that_is_not_there_is_unknown(command: c.Command) -> None:
    assert given().when(WILLEM.asks(command)) == Refused(Refusal.UNKNOWN_FOLLOW_UP, "follow_up")


@pytest.mark.parametrize("command", [each for each in OF_SANNE if not isinstance(each, c.Drop)], ids=kind)
def test_sannes_link_ends_when_it_was_dropped(command: c.Command) -> None:
    here = given(e.FollowUpDropped(HOURS, "al besloten"))
    assert here.when(SANNE.asks(command)) == Refused(Refusal.FOLLOW_UP_DROPPED, "follow_up")


def test_sanne_may_press_drop_twice() -> None:
    dropped = given().after(SANNE.asks(c.Drop(HOURS, "al besloten")))
    assert dropped.when(SANNE.asks(c.Drop(HOURS, "al besloten"))) == ()


def test_willem_picks_up_what_was_dropped_and_then_sannes_link_works_again() -> None:
    dropped = given(e.FollowUpDropped(HOURS, "al besloten"))
    assert dropped.when(WILLEM.asks(c.Postpone(HOURS, TOMORROW, "x"))) == Refused(
        Refusal.FOLLOW_UP_DROPPED, "follow_up"
    )
    again = dropped.after(WILLEM.asks(c.PickUp(HOURS))).state.follow_ups[HOURS]
    assert (again.status, again.reason) == (FollowUpStatus.OPEN, "")
    assert dropped.after(WILLEM.asks(c.PickUp(HOURS)), SANNE.asks(FINDS)).state.follow_ups[HOURS].findings == ("n2",)


def test_nobody_is_an_owner_too() -> None:
    here = given().after(SANNE.asks(c.GiveOwner(HOURS, None)))
    assert here.state.follow_ups[HOURS].owner is None
    assert here.when(SANNE.asks(c.GiveOwner(HOURS, SANNES_NAME))) == (e.FollowUpTaken(HOURS, SANNES_NAME),)


def test_waiting_has_a_reason_and_a_day_that_is_still_to_come() -> None:
    def postponed(due_on: datetime.date, reason: str) -> object:
        return given().when(SANNE.asks(c.Postpone(HOURS, due_on, reason)))

    assert postponed(TODAY, "x" * limits.TEXT) == (e.FollowUpPostponed(HOURS, TODAY, "x" * limits.TEXT),)
    assert postponed(YESTERDAY, "de cao") == Refused(Refusal.DATE_IN_THE_PAST, "due_on")
    assert postponed(TOMORROW, "  ") == Refused(Refusal.TEXT_MISSING, "reason")
    too_long = Refused(Refusal.TEXT_TOO_LONG, "reason", {"most": limits.TEXT, "length": limits.TEXT + 1})
    assert postponed(TOMORROW, "x" * (limits.TEXT + 1)) == too_long


def test_postponing_again_to_another_day_or_for_another_reason_counts() -> None:
    here = given(e.FollowUpPostponed(HOURS, TOMORROW, "de cao"))
    assert here.when(SANNE.asks(c.Postpone(HOURS, TODAY, "de cao"))) == (e.FollowUpPostponed(HOURS, TODAY, "de cao"),)
    assert here.when(SANNE.asks(c.Postpone(HOURS, TOMORROW, "ziek"))) == (e.FollowUpPostponed(HOURS, TOMORROW, "ziek"),)


def test_dropping_asks_for_a_reason() -> None:
    assert given().when(SANNE.asks(c.Drop(HOURS, ""))) == Refused(Refusal.TEXT_MISSING, "reason")


def test_an_open_follow_up_needs_no_picking_up() -> None:
    assert given().when(SANNE.asks(c.PickUp(HOURS))) == ()


def test_a_finding_says_who_found_it_and_ends_the_waiting() -> None:
    here = given(e.FollowUpPostponed(HOURS, TOMORROW, "de cao")).after(SANNE.asks(FINDS))
    (found,) = here.state.findings.values()
    assert (found.number, found.by, found.touches) == (1, SANNE.name, {LEARN: Touch.SUPPLEMENTS})
    after = here.state.follow_ups[HOURS]
    assert (after.status, after.reason, after.findings) == (FollowUpStatus.FOUND, "", (found.id,))


def test_a_second_finding_stands_beside_the_first() -> None:
    here = given(*A_FINDING).after(SANNE.asks(c.RecordFinding(HOURS, "En twee niet.")))
    assert [(f.number, f.text) for f in here.state.findings.values() if f.id != FOUND] == [(2, "En twee niet.")]
    assert here.state.follow_ups[HOURS].findings == (FOUND, "n1")


def test_the_same_words_that_touch_something_else_are_another_finding() -> None:
    here = given().after(SANNE.asks(FINDS))
    other = c.RecordFinding(HOURS, "Vijf teams.", {PAY: Touch.CONFIRMS})
    assert here.when(SANNE.asks(other)) == (e.FindingRecorded(FindingId("new"), HOURS, other.text, other.touches),)


def test_a_finding_of_ten_thousand_characters_is_kept_and_one_more_is_not() -> None:
    def found(text: str) -> object:
        return given().when(SANNE.asks(c.RecordFinding(HOURS, text)))

    assert found("é" * limits.FINDING) == (e.FindingRecorded(FindingId("new"), HOURS, "é" * limits.FINDING),)
    assert found("é" * (limits.FINDING + 1)) == Refused(
        Refusal.TEXT_TOO_LONG, "text", {"most": limits.FINDING, "length": limits.FINDING + 1}
    )
    assert found(" \n ") == Refused(Refusal.TEXT_MISSING, "text")


def test_a_finding_touches_only_principles_that_are_there() -> None:
    touching = c.RecordFinding(HOURS, "Vijf teams.", {PrincipleId("nowhere"): Touch.CONFIRMS})
    assert given().when(SANNE.asks(touching)) == Refused(Refusal.UNKNOWN_PRINCIPLE, "touches")


def test_a_finding_about_a_merged_principle_touches_the_one_it_went_into() -> None:
    """Sanne had her page open while Willem merged."""
    here = given(e.PrinciplesMerged(PAY, (LEARN,), "Leren mag."))
    assert here.when(SANNE.asks(FINDS)) == (
        e.FindingRecorded(FindingId("new"), HOURS, "Vijf teams.", {PAY: Touch.SUPPLEMENTS}),
    )
    both = c.RecordFinding(HOURS, "Nee.", {PAY: Touch.CONFIRMS, LEARN: Touch.CONTRADICTS})
    assert here.when(SANNE.asks(both)) == (
        e.FindingRecorded(FindingId("new"), HOURS, "Nee.", {PAY: Touch.CONTRADICTS}),
    )


def test_there_is_an_end_to_findings() -> None:
    many = (e.FindingRecorded(FindingId(f"b{n}"), TALENT, f"{n}") for n in range(limits.FINDINGS))
    full = given(*many)
    assert full.when(BRAM.asks(c.RecordFinding(TALENT, "Nog een."))) == Refused(
        Refusal.TOO_MANY, "text", {"most": limits.FINDINGS}
    )
    assert full.when(BRAM.asks(c.RecordFinding(TALENT, "7"))) == ()
    assert MORE not in full.state.findings
