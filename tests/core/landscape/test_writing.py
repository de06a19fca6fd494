# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What hands write: the scope, boundaries, and passages of the policy."""

import pytest
from msgspec.structs import replace

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape import limits
from leerlandschap.core.vocabulary import BoundaryId, PassageId, Refusal, Refused, SectionId
from tests.core.landscape.cast import CAP, FOUND, HOBBIES, SPRING, WILLEM, given, opened
from tests.core.landscape.examples import A_FINDING, DIRECTION, PASSAGE, WRITTEN

TOO_LONG = "x" * (limits.SENTENCE + 1)
ROLES = SectionId.ROLES


# ---- scope and boundaries


def test_the_scope_keeps_every_wording_and_the_last_one_counts() -> None:
    here = given(*A_FINDING).after(WILLEM.asks(c.WordScope("Ook stages.", FOUND)))
    told = [(w.text, w.workshop, w.finding, w.by) for w in here.state.scope]
    assert told == [
        ("Voor iedereen.", SPRING, None, "facilitator"),
        ("Ook stages.", None, FOUND, "landscape"),
    ]


def test_the_same_scope_because_of_a_finding_is_a_wording_of_its_own() -> None:
    here = given(*A_FINDING)
    assert here.when(WILLEM.asks(c.WordScope("Voor iedereen."))) == ()
    assert here.when(WILLEM.asks(c.WordScope("Voor iedereen.", FOUND))) == (e.ScopeWorded("Voor iedereen.", FOUND),)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (" ", Refused(Refusal.TEXT_MISSING, "text")),
        (TOO_LONG, Refused(Refusal.TEXT_TOO_LONG, "text", {"most": limits.SENTENCE, "length": len(TOO_LONG)})),
    ],
)
def test_scope_and_boundaries_are_one_sentence(text: str, why: Refused) -> None:
    assert given().when(WILLEM.asks(c.WordScope(text))) == why
    assert given().when(WILLEM.asks(c.WordBoundary(text))) == why
    assert given().when(WILLEM.asks(c.WordBoundary(text, HOBBIES))) == why


def test_what_is_not_there_is_unknown() -> None:
    def says(command: c.Command) -> object:
        return given().when(WILLEM.asks(command))

    assert says(c.WordScope("x", FOUND)) == Refused(Refusal.UNKNOWN_FINDING, "finding")
    assert says(c.WordBoundary("x", finding=FOUND)) == Refused(Refusal.UNKNOWN_FINDING, "finding")
    assert says(c.WordBoundary("x", CAP)) == Refused(Refusal.UNKNOWN_BOUNDARY, "boundary")
    assert says(c.LiftBoundary(CAP, "x")) == Refused(Refusal.UNKNOWN_BOUNDARY, "boundary")
    assert says(c.KeepPassage(PASSAGE, "digest")) == Refused(Refusal.UNKNOWN_PASSAGE, "passage")


def test_a_boundary_keeps_its_number_its_wordings_and_why_it_was_lifted() -> None:
    here = given().after(
        WILLEM.asks(c.WordBoundary("Tot 40 uur.")),
        WILLEM.asks(c.WordBoundary("Geen hobby's, behalve taal.", HOBBIES)),
        WILLEM.asks(c.LiftBoundary(HOBBIES, " te streng ")),
    )
    told = [(b.number, b.text, len(b.wordings), b.lifted) for b in here.state.boundaries.values()]
    assert sorted(told) == [(1, "Geen hobby's, behalve taal.", 2, "te streng"), (2, "Tot 40 uur.", 1, None)]


def test_a_lifted_boundary_comes_back_by_wording_it() -> None:
    here = given(e.BoundaryLifted(HOBBIES, "te streng"))
    back = here.after(WILLEM.asks(c.WordBoundary("Geen hobby's.", HOBBIES))).state.boundaries[HOBBIES]
    assert (back.lifted, len(back.wordings)) == (None, 2)


def test_lifting_asks_for_a_reason() -> None:
    assert given().when(WILLEM.asks(c.LiftBoundary(HOBBIES, ""))) == Refused(Refusal.TEXT_MISSING, "reason")


def test_the_same_boundary_is_not_drawn_twice_but_a_lifted_one_can_be_drawn_anew() -> None:
    here = given()
    assert here.when(WILLEM.asks(c.WordBoundary("Geen hobby's."))) == ()
    lifted = here.and_(e.BoundaryLifted(HOBBIES, "te streng"))
    assert lifted.when(WILLEM.asks(c.WordBoundary("Geen hobby's."))) == (
        e.BoundaryWorded(BoundaryId("new"), "Geen hobby's."),
    )


def test_there_is_an_end_to_boundaries_but_not_to_changing_them() -> None:
    full = given(*(e.BoundaryWorded(BoundaryId(f"g{n}"), f"Grens {n}.") for n in range(limits.BOUNDARIES - 1)))
    too_many = Refused(Refusal.TOO_MANY, "text", {"most": limits.BOUNDARIES})
    assert full.when(WILLEM.asks(c.WordBoundary("Nog een."))) == too_many
    assert full.when(WILLEM.asks(c.WordBoundary("Wel hobby's.", HOBBIES))) == (
        e.BoundaryWorded(HOBBIES, "Wel hobby's."),
    )


# ---- passages of the policy


def test_a_passage_keeps_everything_that_hands_wrote_in_it() -> None:
    here = given().after(
        WILLEM.asks(c.WritePassage(DIRECTION, "Wij groeien.", PASSAGE, "digest-1", 0)),
        WILLEM.asks(c.WritePassage(DIRECTION, "Wij krimpen.", PASSAGE, "digest-1", 1)),
    )
    passage = here.state.passages[PASSAGE]
    assert [w.text for w in passage.writings] == ["Wij groeien.", "Wij krimpen."]
    assert (passage.mark, passage.source, passage.text) == ("edited", "digest-1", "Wij krimpen.")


def test_the_second_of_two_writers_hears_that_the_passage_has_changed() -> None:
    here = given(*WRITTEN)
    late = c.WritePassage(DIRECTION, "Wij krimpen.", PASSAGE, "digest-1", 0)
    assert here.when(WILLEM.asks(late)) == Refused(Refusal.PASSAGE_CHANGED, "text")


@pytest.mark.parametrize(
    "command",
    [
        c.AcceptPassage(PASSAGE, DIRECTION, "Wij krimpen.", "digest-1", 0),
        c.ReleasePassage(PASSAGE, 0),
        c.LeaveOutPassage(PASSAGE, DIRECTION, "digest-1", 0),
    ],
)
def test_nothing_is_decided_about_words_that_were_not_read(command: c.Command) -> None:
    here = given(*WRITTEN)
    assert here.when(WILLEM.asks(command)) == Refused(Refusal.PASSAGE_CHANGED, "text")
    now = len(here.state.passages[PASSAGE].writings)
    assert not isinstance(here.when(WILLEM.asks(replace(command, wordings=now))), Refused)


def test_pressing_save_twice_is_not_somebody_else_who_wrote() -> None:
    writes = WILLEM.asks(c.WritePassage(DIRECTION, "Wij groeien.", PASSAGE, "digest-1", 0))
    assert given().after(writes).when(writes) == ()


def test_words_out_of_nothing_are_written_once_in_each_section() -> None:
    here = given().after(WILLEM.asks(c.WritePassage(DIRECTION, "Wij groeien.")))
    assert here.when(WILLEM.asks(c.WritePassage(DIRECTION, " Wij groeien. "))) == ()
    assert here.when(WILLEM.asks(c.WritePassage(ROLES, "Wij groeien."))) == (
        e.PassageWritten(PassageId("own-new"), ROLES, "Wij groeien."),
    )


def test_a_passage_stays_in_its_section_and_its_place() -> None:
    here = given(*WRITTEN, e.PassageWritten(PassageId("other"), ROLES, "Wij beslissen."))
    moved = here.after(WILLEM.asks(c.WritePassage(ROLES, "Wij krimpen.", PASSAGE))).state.passages
    assert [(p.id, p.section) for p in sorted(moved.values(), key=lambda p: p.place)] == [
        (PASSAGE, DIRECTION),
        ("other", ROLES),
    ]


def test_a_decided_passage_that_is_written_again_is_edited() -> None:
    here = given(*WRITTEN).after(WILLEM.asks(c.AcceptPassage(PASSAGE, DIRECTION, "Wij groeien.", "digest-1")))
    assert here.state.passages[PASSAGE].mark == "decided"
    edited = here.after(WILLEM.asks(c.WritePassage(DIRECTION, "Wij krimpen.", PASSAGE, "digest-1")))
    assert edited.state.passages[PASSAGE].mark == "edited"


def test_keeping_the_words_of_the_hand_sees_the_new_source_and_changes_no_word() -> None:
    kept = given(*WRITTEN).after(WILLEM.asks(c.KeepPassage(PASSAGE, "digest-2"))).state.passages[PASSAGE]
    assert (kept.text, kept.source, kept.mark) == ("Wij groeien.", "digest-2", "edited")


def test_a_passage_that_was_left_out_comes_back_by_letting_go() -> None:
    here = given().after(WILLEM.asks(c.LeaveOutPassage(PASSAGE, DIRECTION, "digest-1")))
    assert here.state.passages[PASSAGE].mark == "left_out"
    back = here.after(WILLEM.asks(c.ReleasePassage(PASSAGE)))
    assert dict(back.state.passages) == {}
    assert back.when(WILLEM.asks(c.ReleasePassage(PASSAGE))) == ()


@pytest.mark.parametrize(
    "command",
    [
        c.WritePassage(DIRECTION, "Nog een."),
        c.AcceptPassage(PassageId("one-more"), DIRECTION, "Nog een."),
        c.LeaveOutPassage(PassageId("one-more"), DIRECTION),
    ],
)
def test_there_is_an_end_to_passages_by_hand(command: c.Command) -> None:
    many = (e.PassageWritten(PassageId(f"p{n}"), DIRECTION, f"{n}") for n in range(limits.WRITTEN))
    answer = opened().and_(*many).when(WILLEM.asks(command))
    assert answer == Refused(Refusal.TOO_MANY, "text", {"most": limits.WRITTEN})


@pytest.mark.parametrize("text", [" ", "x" * (limits.PASSAGE + 1)])
def test_a_passage_says_something_and_not_too_much(text: str) -> None:
    codes = [
        getattr(given().when(WILLEM.asks(command)), "code", None)
        for command in (c.WritePassage(DIRECTION, text), c.AcceptPassage(PASSAGE, DIRECTION, text))
    ]
    assert codes == [Refusal.TEXT_MISSING if text == " " else Refusal.TEXT_TOO_LONG] * 2
