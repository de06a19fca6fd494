# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A workshop as one role may see it, and what is one participant's own."""

import datetime
from collections.abc import Iterator, Mapping

import msgspec

from leerlandschap.core.vocabulary import ParticipantId, PersonId, Role
from leerlandschap.core.workshop.moments import moment_of
from leerlandschap.core.workshop.playbook import Cue, Moment, Playbook, StepId, Turn, Wording
from leerlandschap.core.workshop.state import Workshop
from leerlandschap.core.workshop.wordings import EDITABLE
from leerlandschap.views import clock, compass, disclosure, outcomes, parts
from leerlandschap.views.mine import Mine, MyAnswer, MyConsent, MyStance
from leerlandschap.views.shapes import BoundaryView, InsightView, WorkshopView

NO_NAMES: Mapping[PersonId, str] = {}


def view_of(
    state: Workshop,
    role: Role,
    now: datetime.datetime,
    names: Mapping[PersonId, str] = NO_NAMES,
    seq: int = 0,
) -> WorkshopView:
    """What this role may see now. ``names`` are the owners' names that have not been forgotten."""
    moment = moment_of(state)
    statements = tuple(parts.statement(state, n, s, role) for n, s in enumerate(state.playbook.statements, 1))
    principles = sorted(state.principles.values(), key=lambda p: p.number)
    view = WorkshopView(
        seq=seq,
        role=role,
        workshop=state.id,
        landscape=state.landscape,
        title=state.title,
        organisation=state.organisation,
        team=state.team,
        language=state.language,
        pacing=state.playbook.pacing,
        opened_at=state.opened_at,
        closed_at=state.closed_at,
        playbook_title=state.playbook.title,
        aim=state.playbook.aim,
        duration=state.playbook.duration,
        closing=state.playbook.closing,
        step=state.step,
        moment=moment,
        steps=clock.steps(state, now),
        clock=clock.clock(state, now),
        present=state.present,
        in_room=outcomes.in_room(state),
        expected=state.expected,
        ready=state.are_ready,
        statements=statements,
        order=outcomes.order(statements),
        insights=tuple(InsightView(i.id, i.text) for i in state.insights),
        points_raised=len(state.points),
        points=parts.points(state, role),
        dots_each=state.terms.dots,
        dots_spent_by=state.dots_spent_by,
        dots_revealed=state.dots_revealed,
        dots_too_few=state.dots_revealed and disclosure.dots(state) is None,
        follow_ups=parts.follow_ups(state, names),
        questions=tuple(parts.question(state, q, role) for q in state.playbook.questions),
        starters=state.playbook.starters,
        first_step_starter=state.playbook.first_step_starter,
        principles=tuple(parts.principle(state, p) for p in principles),
        scope=state.scope,
        boundaries=tuple(BoundaryView(*b) for b in state.boundaries),
        parked=parts.parked(state, role),
        thresholds=state.terms.thresholds,
        limits=state.terms.limits,
        ratings=disclosure.ratings(state),
        sealed_at=state.sealed_at,
    )
    return _for_the_facilitator(state, view, moment) if role is Role.FACILITATOR else view


def _for_the_facilitator(state: Workshop, view: WorkshopView, moment: Moment) -> WorkshopView:
    """What to say now and next; before the start, every text that may be changed."""
    return msgspec.structs.replace(
        view,
        cue=_cue(state.playbook, moment, outcomes.turn(view)),
        cue_after=_cue_after(state.playbook, moment, outcomes.turn_after(view)),
        rescues=state.playbook.rescues,
        advice=compass.advice(view),
        texts=tuple(_texts(state.playbook)) if state.step is StepId.WELCOME else (),
        cues=tuple((each.moment, each.when) for each in state.playbook.script),
    )


def _cue(playbook: Playbook, moment: Moment, turn: Turn | None = None) -> Cue | None:
    """That of the moment; where the script has one for how it turned out, that one."""
    there = {each.when: each for each in playbook.script if each.moment is moment}
    return there.get(turn) or there.get(None)


def _cue_after(playbook: Playbook, moment: Moment, turn: Turn | None) -> Cue | None:
    following = list(Moment)[list(Moment).index(moment) + 1 :]
    return _cue(playbook, following[0], turn) if following else None


def _texts(playbook: Playbook) -> Iterator[tuple[str, Wording]]:
    for field in playbook.__struct_fields__:
        if field in EDITABLE:
            yield from _wordings(field, getattr(playbook, field))


def _wordings(place: str, here: object) -> Iterator[tuple[str, Wording]]:
    if isinstance(here, Wording):
        yield place, here
    elif isinstance(here, tuple):
        for at, each in enumerate(here):
            yield from _wordings(f"{place}.{at}", each)
    elif isinstance(here, msgspec.Struct):
        for field in here.__struct_fields__:
            yield from _wordings(f"{place}.{field}", getattr(here, field))


def mine_of(state: Workshop, participant: ParticipantId) -> Mine:
    """What this participant said; handed to nobody else."""
    return Mine(
        stances={
            s.id: MyStance(stance.position, stance.motivation)
            for s in state.playbook.statements
            if (last := state.last_round(s.id)) and (stance := last.stances.get(participant))
        },
        ready=participant in state.ready,
        points=tuple(p.text for p in sorted(state.points.values(), key=lambda p: p.number) if p.by == participant),
        dots=state.dots.get(participant, {}),
        answers={
            question: MyAnswer(answer.choice, answer.fill)
            for question, given in state.answers.items()
            if (answer := given.by.get(participant))
        },
        principles=tuple(
            p.id for p in sorted(state.principles.values(), key=lambda p: p.number) if p.by == participant
        ),
        consents={
            p.id: MyConsent(given.position, given.reservation)
            for p in state.principles.values()
            if (given := p.consents.get(participant))
        },
        rating=state.ratings.get(participant),
    )
