# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever happened in a landscape: nothing in its policy is invented, and nothing that a hand wrote is touched."""

from collections.abc import Iterator, Mapping

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape.edition import EditionNote, EditionSection
from leerlandschap.core.vocabulary import PassageId, SectionId
from leerlandschap.screens.policy import PolicyPassage, policy_of, words_of_the_policy
from leerlandschap.screens.policy.assembling import digest
from leerlandschap.screens.policy.evidence import place_of, words_of
from leerlandschap.screens.policy.sections import generated
from leerlandschap.screens.policy.shapes import Generated
from leerlandschap.views.landscape_shapes import LandscapeView
from tests.screens.policy.histories import NAMES, History, hands, happenings, histories, outcomes

FEW = settings(max_examples=20, deadline=None)
FIRST_OF_MANY = SectionId.ON_ONE_PAGE  # shows only so many; one more principle pushes the last one out

QUICK_ANSWERS = tuple(f"{s}-limits-" for s in (SectionId.TIME_AND_MONEY, SectionId.FROM_NEED_TO_DECISION))


def all_generated(view: LandscapeView) -> Iterator[Generated]:
    return (each for section in SectionId for each in generated(view, section))


def by_id(view: LandscapeView) -> Mapping[str, PolicyPassage]:
    return {p.id: p for s in policy_of(view).sections for p in s.passages}


@FEW
@given(histories())
def test_every_generated_passage_rests_on_evidence_that_exists(history: History) -> None:
    view = history.view
    for each in all_generated(view):
        assert each.behind
        for evidence in each.behind:
            assert place_of(evidence, view).startswith(("/l/", "/w/"))
            assert words_of(evidence, view).endswith((".", "”")) or evidence.kind == "outline"


@FEW
@given(histories())
def test_every_number_behind_a_sentence_has_its_note_and_every_note_is_named(history: History) -> None:
    policy = policy_of(history.view)
    passages = [p for s in policy.sections for p in s.passages]
    named = {n for p in passages for n in (*p.notes, *(n for row in p.row_notes for n in row))}
    left_out = any(s.left_out for s in policy.sections)
    assert [note.number for note in policy.notes] == list(range(1, len(policy.notes) + 1))
    assert named <= {note.number for note in policy.notes}
    assert left_out or named == {note.number for note in policy.notes}


@FEW
@given(histories())
def test_no_two_passages_share_an_id(history: History) -> None:
    ids = [p.id for s in policy_of(history.view).sections for p in s.passages]
    assert sorted(ids) == sorted(set(ids))


@FEW
@given(histories(), st.data())
def test_a_passage_keeps_its_id_when_another_workshop_closes(history: History, anything: st.DataObject) -> None:
    """A quick answer that the team did not give again is no longer its last word, and goes."""
    before = {g.id for section in SectionId if section is not FIRST_OF_MANY for g in generated(history.view, section)}
    history.ask(c.CarryOver(anything.draw(outcomes(9))))
    gone = before - {g.id for g in all_generated(history.view)}
    assert {name for name in gone if not name.startswith(QUICK_ANSWERS)} == set()


@FEW
@given(histories())
def test_every_row_of_a_table_is_as_long_as_its_head(history: History) -> None:
    for passage in by_id(history.view).values():
        assert {len(row) for row in passage.rows} <= {len(passage.head)}


@FEW
@given(histories(most=6), st.data())
def test_generating_again_and_again_changes_nothing_that_a_hand_wrote(
    history: History, anything: st.DataObject
) -> None:
    for _ in range(6):
        history.ask(anything.draw(hands(history)))
    written = {p.id: p.text for p in history.view.passages if p.mark in ("edited", "decided")}
    for _ in range(10):
        history.ask(anything.draw(happenings(history)))
        now = by_id(history.view)
        assert {name: now[name].text for name in written if not now[name].is_table} == {
            name: text for name, text in written.items() if not now[name].is_table
        }


@FEW
@given(histories(most=6), st.data())
def test_what_changed_and_what_is_gone_is_said_so(history: History, anything: st.DataObject) -> None:
    """Somebody words every principle by hand; then principles change, some go, and whatever else happens."""
    for each in list(generated(history.view, SectionId.PRINCIPLES)):
        history.ask(c.WritePassage(SectionId.PRINCIPLES, "Met de hand.", PassageId(each.id), digest(each)))
    for number, principle in enumerate(sorted(history.state.principles)):
        revised = c.RevisePrinciple(principle, "Het rooster is vol.", "Anders verwoord.")
        history.ask(revised if number % 2 else c.WithdrawPrinciple(principle, "Niet meer nodig."))
    history.ask(anything.draw(happenings(history)))
    view, now = history.view, by_id(history.view)
    sources = {g.id: digest(g) for g in all_generated(view) if not g.head}
    tables = {g.id for g in all_generated(view) if g.head}
    hands_on = {p.id: p for p in view.passages if p.mark != "left_out"}
    assert {name for name, p in now.items() if p.changed} == {
        name for name, hand in hands_on.items() if name in sources and sources[name] != hand.source
    }
    assert {name for name, p in now.items() if p.gone} == {
        name for name, hand in hands_on.items() if hand.source and name not in sources and name not in tables
    }


@FEW
@given(histories(), st.data())
def test_what_was_left_out_stays_out(history: History, anything: st.DataObject) -> None:
    left_out = {p.id for p in history.view.passages if p.mark == "left_out"}
    for _ in range(3):
        history.ask(anything.draw(happenings(history)))
    assert left_out.isdisjoint(by_id(history.view))


@FEW
@given(histories())
def test_an_edition_is_written_down_and_read_back_to_the_letter(history: History) -> None:
    words = words_of_the_policy(history.view)
    kind = tuple[tuple[EditionSection, ...], tuple[EditionNote, ...]]
    assert msgspec.json.decode(msgspec.json.encode(words), type=kind) == words


@FEW
@given(histories())
def test_an_edition_names_nobody(history: History) -> None:
    """It is kept for ever, and a name must be able to go; the policy under way does name who does what."""
    kept = msgspec.json.encode(words_of_the_policy(history.view)).decode()
    assert [name for name in NAMES.values() if name in kept] == []
    owned = [f for f in history.view.follow_ups if f.owner and f.status in ("open", "waiting")]
    if owned and not history.view.passages:
        assert {f.owner for f in owned} <= {row[1] for row in by_id(history.view)["action_agenda"].rows}
