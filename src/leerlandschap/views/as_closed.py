# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A workshop as it closed, read back from the outcome that its landscape keeps.

So the map and the sentences of a workshop are drawn and worded once, whether the workshop is still there or not.
"""

from leerlandschap.core import measures
from leerlandschap.core.landscape.outcome import ChoiceOutcome, RoundOutcome, StatementOutcome, WorkshopOutcome
from leerlandschap.core.measures import Tally, Thresholds
from leerlandschap.core.vocabulary import InsightId, LandscapeId, Role
from leerlandschap.core.workshop.playbook import Moment, Pacing, StepId, Wording
from leerlandschap.core.workshop.terms import Limits
from leerlandschap.views.shapes import (
    Chances,
    ClockView,
    InsightView,
    Moved,
    OptionView,
    Outcome,
    QuestionView,
    StatementView,
    WorkshopView,
)

NOTHING = Wording()


def as_closed(outcome: WorkshopOutcome, landscape: LandscapeId, organisation: str) -> WorkshopView:
    """The workshop with what it found: its statements, thinking questions and insights. Points, follow-ups and
    principles went on living in the landscape and are not in it."""
    return WorkshopView(
        seq=0,
        role=Role.LANDSCAPE,
        workshop=outcome.workshop,
        landscape=landscape,
        title=outcome.title,
        organisation=organisation,
        team=outcome.team,
        language=outcome.language,
        pacing=Pacing.ALL_FIRST,
        opened_at=outcome.opened_at,
        closed_at=outcome.closed_at,
        playbook_title=outcome.playbook,
        aim=NOTHING,
        duration=NOTHING,
        closing=NOTHING,
        step=StepId.CLOSING,
        moment=Moment.CLOSED,
        steps=(),
        clock=ClockView(outcome.closed_at, False, False, None, 0.0, 0.0, 0.0),
        present=0,
        in_room=outcome.in_room,
        expected=None,
        ready=0,
        statements=statements(outcome),
        order=(),
        insights=tuple(InsightView(InsightId(str(at)), text) for at, text in enumerate(outcome.insights)),
        points_raised=0,
        points=(),
        dots_each=0,
        dots_spent_by=0,
        dots_revealed=False,
        dots_too_few=False,
        follow_ups=(),
        questions=tuple(_question(each) for each in outcome.choices),
        starters=(),
        first_step_starter=None,
        principles=(),
        scope=outcome.scope,
        boundaries=(),
        parked=(),
        thresholds=outcome.thresholds,
        limits=Limits(),
        ratings=outcome.ratings,
    )


def statements(outcome: WorkshopOutcome) -> tuple[StatementView, ...]:
    """As they were shown; what was parked is marked so."""
    return tuple(_statement(each, outcome) for each in outcome.statements)


def _statement(each: StatementOutcome, outcome: WorkshopOutcome) -> StatementView:
    return StatementView(
        id=each.id,
        number=each.number,
        name=each.name,
        text=each.text,
        status="revealed" if each.rounds else "waiting",
        round=len(each.rounds),
        answers=0,
        hands=0,
        outcomes=tuple(_round(r, outcome.in_room, outcome.thresholds) for r in each.rounds),
        note=each.note,
        verdict=each.zone if each.overruled else None,
        discussed=len(each.rounds) > 1,
        current=False,
        parked=any(p.kind == "statement" and p.wording == each.name for p in outcome.parked),
    )


def _round(each: RoundOutcome, in_room: int, thresholds: Thresholds) -> Outcome:
    """Class and label as they were kept; what follows from the counts alone is reckoned again."""
    if each.counts is None or each.answers is None:
        return Outcome(each.round, each.kind, None, each.label, each.settled)
    tally = Tally(each.counts, each.no_opinion or 0)
    certainty = measures.certainty(tally, max(in_room, tally.answers), thresholds)
    return Outcome(
        round=each.round,
        kind=each.kind,
        zone=each.kind.zone,
        label=each.label,
        settled=each.settled,
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
        moved=_moved(each),
        quick=each.quick,
    )


def _chances(each: measures.Probabilities) -> Chances:
    return Chances(each.core_agree, each.core_disagree, each.polarised, each.mixed)


def _moved(each: RoundOutcome) -> Moved | None:
    """Totals only: how close people came to each other needs their pairs, which a landscape never gets."""
    if each.up is None or each.down is None or each.stayed is None:
        return None
    return Moved(each.up, each.down, each.stayed, measures.sign_test(each.up, each.down))


def _question(each: ChoiceOutcome) -> QuestionView:
    """``too_few`` when no figure is there to show."""
    return QuestionView(
        id=each.id,
        name=each.name,
        text=each.text,
        kind=each.kind,
        most=0,
        options=tuple(OptionView(o.id, o.text, None, None, o.points) for o in each.options),
        answers=each.answers,
        revealed=True,
        too_few=all(o.points is None for o in each.options),
    )
