# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The state of a sealed workshop: made of what was kept, whatever this state knew before."""

import datetime

from immutables import Map

from leerlandschap.core.workshop.kept import Kept, KeptDiscussion, KeptFollowUp, KeptPoint, KeptPrinciple, KeptRound
from leerlandschap.core.workshop.state import (
    Answers,
    Clock,
    Discussion,
    FollowUp,
    Insight,
    Point,
    Principle,
    Round,
    Wordings,
    Workshop,
)

NOBODY_KNOWN = ""  # in the place of who raised, drafted or shared something


def sealed(state: Workshop, kept: Kept, at: datetime.datetime) -> Workshop:
    """Of what was known before only the opening remains."""
    return Workshop(
        id=state.id,
        landscape=state.landscape,
        title=kept.title,
        organisation=kept.organisation,
        team=kept.team,
        language=kept.language,
        playbook=kept.playbook,
        terms=state.terms,
        opened_at=state.opened_at,
        expected=kept.expected,
        step=kept.step,
        clock=Clock(Map(kept.spent), Map(kept.lent), None, kept.paused),
        discussions=Map({d.statement: _discussion(d) for d in kept.discussions}),
        put=kept.put,
        paces=Map({d.statement: d.pace for d in kept.discussions if d.pace is not None}),
        insights=tuple(Insight(i, text, NOBODY_KNOWN) for i, text in kept.insights),
        points=Map({p.id: _point(number, p) for number, p in enumerate(kept.points, 1)}),
        dot_totals=Map({p.id: p.dots for p in kept.points if p.dots is not None}),
        dots_open=kept.dots_open,
        dots_revealed=kept.dots_revealed,
        follow_ups=Map({f.point: _follow_up(f) for f in kept.follow_ups}),
        answers=Map({a.question: Answers(points=Map(a.points), sealed=a) for a in kept.answers}),
        answers_revealed=kept.answers_revealed,
        principles=Map({p.id: _principle(number, p) for number, p in enumerate(kept.principles, 1)}),
        scope=kept.scope,
        boundaries=kept.boundaries,
        parked=kept.parked,
        closed_at=kept.closed_at,
        ratings_shown=kept.ratings is not None,
        sealed_at=at,
        sealed=kept,
    )


def _discussion(kept: KeptDiscussion) -> Discussion:
    rounds = tuple(_round(each) for each in kept.rounds)
    return Discussion(rounds, kept.note, kept.verdict, kept.put, kept)


def _round(kept: KeptRound) -> Round:
    return Round(kept.opened_at, revealed=kept.revealed, sealed=kept)


def _point(number: int, kept: KeptPoint) -> Point:
    words = (kept.kind, kept.text, kept.statements)
    return Point(kept.id, number, *words, NOBODY_KNOWN, kept.merged_into, kept.raised_as)


def _follow_up(kept: KeptFollowUp) -> FollowUp:
    return FollowUp(kept.point, kept.text, kept.owner, kept.due_on, kept.first_step, kept.done_when)


def _principle(number: int, kept: KeptPrinciple) -> Principle:
    return Principle(
        kept.id,
        number,
        tuple(Wordings(w.statement, w.because, w.means, w.except_) for w in kept.wordings),
        NOBODY_KNOWN,
        asked=kept.asked,
        revealed=kept.revealed,
        kept=kept.kept,
        sealed=kept,
    )
