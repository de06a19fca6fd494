# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures of revealed rounds, and the order in which to talk about them."""

from typing import Literal

from leerlandschap.core import measures
from leerlandschap.core.measures import Kind, Label, Probabilities
from leerlandschap.core.vocabulary import StatementId, Zone
from leerlandschap.core.workshop.kept import KeptMovement
from leerlandschap.core.workshop.playbook import Moment, Turn
from leerlandschap.core.workshop.state import Round, Workshop
from leerlandschap.views import disclosure
from leerlandschap.views.shapes import Chances, Moved, OrderLine, Outcome, StatementView, WorkshopView

SEED = 1  # of the permutations: the same answers give the same figures on every screen and in every replay
TALK_ABOUT = 2  # the two most divided fit the minutes there are (field evidence: ninety seconds is too short for grey)


def in_room(state: Workshop) -> int:
    """People in the room: those with a phone, and the largest number ever counted in by hand."""
    hands = (r.raised for d in state.discussions.values() for r in d.rounds)
    return state.present + max(hands, default=0)


def outcomes(state: Workshop, statement: StatementId) -> tuple[Outcome, ...]:
    """What each revealed round of it came to, oldest first."""
    discussion = state.discussion(statement)
    revealed = disclosure.revealed_rounds(discussion.rounds)
    befores: tuple[Round | None, ...] = (None, *revealed)
    return tuple(
        _outcome(state, statement, number, each, before)
        for number, (each, before) in enumerate(zip(revealed, befores, strict=False), 1)
    )


def _outcome(state: Workshop, statement: StatementId, number: int, each: Round, before: Round | None) -> Outcome:
    tally = disclosure.spread(state, each)
    if tally is None:
        return Outcome(round=number, kind=Kind.TOO_FEW, zone=None, label=Label.TOO_FEW, settled=False)
    thresholds = state.terms.thresholds
    certainty = measures.certainty(tally, max(in_room(state), tally.answers), thresholds)
    kind = measures.kind_of(tally, thresholds)
    return Outcome(
        round=number,
        kind=kind,
        zone=kind.zone,
        label=certainty.label if certainty.likeliest is kind.region else Label.TOO_FEW,  # on the line between two
        settled=certainty.settled,
        answers=tally.answers,
        counts=tally.counts,
        no_opinion=tally.no_opinion,
        disagree=tally.disagree,
        middle=tally.middle,
        agree=tally.agree,
        people_like_these=_chances(certainty.people),
        this_room=_chances(certainty.room),
        disagreement=measures.disagreement(tally),
        disagreement_unbiased=measures.disagreement_unbiased(tally),
        opposition=measures.opposition(tally),
        moved=_moved(state, before, each),
        quick=None if before else _quick(state, statement, each, kind),
    )


def _chances(each: Probabilities) -> Chances:
    return Chances(each.core_agree, each.core_disagree, each.polarised, each.mixed)


def _quick(state: Workshop, statement: StatementId, first: Round, kind: Kind) -> bool | None:
    pace = disclosure.pace(state, statement, first)
    return None if pace is None else measures.quick(kind, pace, state.terms.thresholds)


def _moved(state: Workshop, before: Round | None, after: Round) -> Moved | None:
    if after.sealed is not None:
        return _moved_then(after.sealed.moved)
    matched = disclosure.pairs(state, before, after) if before else None
    if matched is None:
        return None
    shift = measures.shift(matched)
    closer = measures.convergence(matched, SEED)
    return Moved(shift.up, shift.down, shift.stayed, shift.p, closer.delta, closer.p)


def _moved_then(kept: KeptMovement | None) -> Moved | None:
    if kept is None:
        return None
    p = measures.sign_test(kept.up, kept.down)
    return Moved(kept.up, kept.down, kept.stayed, p, kept.convergence, kept.convergence_p)


def order(statements: tuple[StatementView, ...]) -> tuple[OrderLine, ...]:
    """Agreed ones first, to be named in one breath; then the two most divided; the rest if there is time.

    It is made from the first revealed round, so that it does not change under the group's hands.
    """
    seen = [(s, s.outcomes[0]) for s in statements if s.outcomes and not s.parked]
    named = [s.id for s, o in seen if o.zone is Zone.CORE]
    grey = sorted((x for x in seen if x[1].zone is Zone.GREY), key=lambda x: (-_divided(x[1]), x[0].number))
    few = [s.id for s, o in seen if o.zone is None]
    divided = [
        OrderLine(s.id, "discuss" if at < TALK_ABOUT else "if_time", _smallest_side(o))
        for at, (s, o) in enumerate(grey)
    ]
    return (*_lines(named, "name"), *divided, *_lines(few, "discuss"))


def turn(view: WorkshopView) -> Turn | None:
    """How the moment turned out, for the words that fit; None where it is as it mostly is."""
    shown = [s for s in view.statements if s.outcomes and not s.parked]
    if view.moment is Moment.REVEAL:
        return Turn.TOO_FEW if shown and not any(s.zone for s in shown) else None
    put = next((s for s in shown if s.current), None)
    return _turn_of(view, put) if put and view.moment is Moment.DISCUSS else None


def turn_after(view: WorkshopView) -> Turn | None:
    """How the talk will turn out that comes after the reveal: that about the first statement in the order."""
    if view.moment is not Moment.REVEAL:
        return None
    first = next((line.statement for line in view.order if line.advice == "discuss"), None)
    return next((_turn_of(view, s) for s in view.statements if s.id == first), None)


def _turn_of(view: WorkshopView, put: StatementView) -> Turn | None:
    if put.zone is None:
        return Turn.TOO_FEW
    return None if any(line.statement == put.id and line.first for line in view.order) else Turn.LEVEL


def _lines(statements: list[StatementId], advice: Literal["name", "discuss"]) -> tuple[OrderLine, ...]:
    return tuple(OrderLine(s, advice) for s in statements)


def _divided(outcome: Outcome) -> float:
    """How far apart: the mist on the map, camps before scattered answers of the same width."""
    answers = outcome.answers or 1
    camps = 2 * min(outcome.disagree or 0, outcome.agree or 0) / answers
    return max(outcome.disagreement or 0.0, camps, 0.9 * (outcome.middle or 0) / answers)


def _smallest_side(outcome: Outcome) -> Literal["agree", "disagree"] | None:
    disagree, agree = outcome.disagree or 0, outcome.agree or 0
    if not disagree or not agree or disagree == agree:
        return None
    return "disagree" if disagree < agree else "agree"
