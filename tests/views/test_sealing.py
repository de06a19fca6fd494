# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sealed workshop looks as it did, and what it keeps says no more than what could be seen."""

import msgspec
import pytest
from hypothesis import assume, settings
from hypothesis import given as whatever
from hypothesis import strategies as st
from msgspec.structs import replace

from leerlandschap.core.measures import Tally
from leerlandschap.core.vocabulary import PersonId, Refusal, Refused, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.kept import Kept
from leerlandschap.documents.as_json import report_json
from leerlandschap.journal.codec import read, written
from leerlandschap.views.outcome import outcome_of
from leerlandschap.views.sealing import kept_of
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.views.workshop import mine_of
from tests.cast import AISHA, FEMKE, PEOPLE, S1, S3, Given, given, opened
from tests.golden.record import record
from tests.views.dangerous import AFTER, ALIKE, BEFORE, DIVIDED, Everybody, Heard, heard, two_rooms

some = settings(max_examples=15, deadline=None)
EVERY_MOMENT = {**BEFORE, **AFTER}
OWNERS = {"Sanne de Wit": PersonId("sanne-in-the-landscape")}


def closed(here: Given) -> Given:
    return here if here.state.closed_at else here.and_(e.WorkshopClosed())


def sealed(here: Given) -> Given:
    """As the next server finds it: the opening and what was kept, written and read."""
    event = read(*written(e.WorkshopSealed(kept_of(here.state))))
    assert isinstance(event, e.WorkshopSealed)
    again = replace(opened(), now=here.now).and_(event)
    return again.also(terms=here.state.terms)


def seen(here: Given, role: Role) -> WorkshopView:
    """Everything, but that it is sealed."""
    return replace(here.seen_by(role), sealed_at=None)


def changed_by_sealing(here: Given) -> list[str]:
    """What looks otherwise than it did."""
    before, after = closed(here), sealed(closed(here))
    views = [role.value for role in Role if seen(before, role) != seen(after, role)]
    reports = [report_json(each.seen_by(Role.FACILITATOR)) for each in (before, after)]
    outcomes = [outcome_of(each.seen_by(Role.LANDSCAPE), OWNERS) for each in (before, after)]
    return views + ["report"] * (reports[0] != reports[1]) + ["outcome"] * (outcomes[0] != outcomes[1])


# ---- as it was


@pytest.mark.parametrize("moment", EVERY_MOMENT)
@some
@whatever(everybody=st.lists(heard, min_size=1, max_size=12))
def test_nothing_that_anybody_may_see_changes(moment: str, everybody: list[Heard]) -> None:
    assert changed_by_sealing(EVERY_MOMENT[moment](everybody)) == []


def test_a_whole_workshop_looks_as_it_did() -> None:
    _, state = record()
    assert changed_by_sealing(opened().also(**msgspec.structs.asdict(state))) == []


def test_a_total_that_was_lost_would_be_noticed() -> None:
    here = closed(AFTER["shift_is_shown"](DIVIDED))
    kept = kept_of(here.state)
    first = kept.discussions[0]
    without = replace(first, rounds=tuple(replace(r, shown=None) for r in first.rounds))
    poorer = replace(opened(), now=here.now).and_(
        e.WorkshopSealed(replace(kept, discussions=(without, *kept.discussions[1:])))
    )
    assert [role for role in Role if seen(here, role) == seen(poorer, role)] == []


def test_sealing_what_is_sealed_keeps_the_same() -> None:
    _, state = record()
    once = sealed(opened().also(**msgspec.structs.asdict(state)))
    assert kept_of(once.state) == kept_of(state)


def test_whoever_looks_sees_since_when_it_is_sealed() -> None:
    here = sealed(closed(given()).later(1440))
    assert here.seen_by(Role.FACILITATOR).sealed_at == here.now
    assert closed(given()).seen_by(Role.FACILITATOR).sealed_at is None


# ---- and no more than that


@pytest.mark.parametrize("moment", sorted(BEFORE.keys() - {"ratings_are_given"}))  # which closing shows
@some
@whatever(two_rooms())
def test_what_was_never_shown_is_not_kept(moment: str, rooms: tuple[Everybody, Everybody]) -> None:
    one, other = (closed(BEFORE[moment](each)) for each in rooms)
    assume(one.state != other.state)
    assert kept_of(one.state) == kept_of(other.state)


@pytest.mark.parametrize("moment", AFTER)
@some
@whatever(everybody=st.lists(heard, min_size=5, max_size=12), dice=st.randoms(use_true_random=False))
def test_who_said_what_is_not_kept(moment: str, everybody: list[Heard], dice: object) -> None:
    otherwise = list(everybody)
    dice.shuffle(otherwise)  # type: ignore[attr-defined]
    one, other = (closed(AFTER[moment](each)) for each in (everybody, otherwise))
    assume(all(seen(one, role) == seen(other, role) for role in Role))
    assert kept_of(one.state) == kept_of(other.state)


@pytest.mark.parametrize("moment", AFTER)
def test_what_was_shown_is_kept(moment: str) -> None:
    """Else the tests above would prove nothing."""
    one, other = (kept_of(closed(AFTER[moment](each)).state) for each in (ALIKE, DIVIDED))
    assert one != other


@pytest.mark.parametrize("moment", EVERY_MOMENT)
def test_no_participant_is_in_what_is_kept(moment: str) -> None:
    text = written(e.WorkshopSealed(kept_of(closed(EVERY_MOMENT[moment](DIVIDED)).state)))[1]
    assert [person.name for person in PEOPLE if f'"{person.name}"' in text] == []


def test_of_four_people_only_the_number_is_kept() -> None:
    four = [Heard(n, "zomaar") for n in (1, 2, 3, 4)]
    kept = kept_of(closed(AFTER["statements_are_shown"](four)).state)
    first = kept.discussions[0]
    assert [(r.phones, r.shown, r.moved) for r in first.rounds] == [(4, None, None)]
    assert (first.reasons, first.pace) == ((), None)


def test_of_hands_beside_a_few_phones_only_the_number_is_kept() -> None:
    hands = Tally((0, 2, 0, 1, 0), 0)
    kept = kept_of(closed(AFTER["statements_are_shown"](DIVIDED[:3]).and_(e.HandsCounted(S1, hands))).state)
    first = kept.discussions[0].rounds[0]
    assert (first.phones, first.hands, first.shown) == (3, 3, None)


# ---- nobody goes on


def test_a_sealed_workshop_is_not_opened_again() -> None:
    here = sealed(closed(AFTER["statements_are_shown"](DIVIDED)))
    assert here.when(FEMKE.asks(c.Reopen())) == Refused(Refusal.WORKSHOP_SEALED)
    assert closed(given()).when(FEMKE.asks(c.Reopen())) == (e.WorkshopReopened(),)


def test_a_stance_that_comes_after_it_is_too_late() -> None:
    here = sealed(closed(AFTER["statements_are_shown"](DIVIDED)))
    assert here.when(AISHA.asks(c.TakeStance(S3, 2))) == Refused(Refusal.WORKSHOP_SEALED)


def test_nothing_is_anybodys_own_any_more() -> None:
    before = closed(AFTER["statements_are_shown"](DIVIDED))
    assert mine_of(before.state, AISHA.id).stances != {}
    assert mine_of(sealed(before).state, AISHA.id) == mine_of(sealed(before).state, FEMKE.id)
    assert mine_of(sealed(before).state, AISHA.id).stances == {}


def test_an_open_workshop_cannot_be_sealed() -> None:
    with pytest.raises(ValueError, match="after it has closed"):
        kept_of(given().state)


def test_the_shape_of_what_is_kept_has_no_place_for_a_person() -> None:
    schema = msgspec.json.schema(Kept)
    names = {name for shape in schema["$defs"].values() for name in shape.get("properties", {})}
    assert names & {"participant", "participants", "by", "stances", "consents", "choice", "at", "key"} == set()
