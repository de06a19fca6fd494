# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a workshop keeps when it is sealed: what could be seen of it, and nothing else.

Everything that depends on what one person chose goes through ``disclosure`` here too. So two workshops that looked the
same keep the same, and from what is kept nobody finds out more than from the screens.
"""

from msgspec import structs

from leerlandschap.core.vocabulary import Consent, Role, StatementId
from leerlandschap.core.workshop.kept import (
    Kept,
    KeptAnswers,
    KeptDiscussion,
    KeptFollowUp,
    KeptMovement,
    KeptPoint,
    KeptPrinciple,
    KeptRound,
    KeptWording,
)
from leerlandschap.core.workshop.playbook import Question
from leerlandschap.core.workshop.state import Answers, FollowUp, Principle, Round, Workshop
from leerlandschap.views import disclosure
from leerlandschap.views.outcomes import outcomes
from leerlandschap.views.shapes import Moved


def kept_of(state: Workshop) -> Kept:
    """Raises ValueError for a workshop that is not closed: somebody may still say something."""
    if state.closed_at is None:
        raise ValueError("a workshop is sealed after it has closed")
    return Kept(
        title=state.title,
        organisation=state.organisation,
        team=state.team,
        language=state.language,
        playbook=state.playbook,
        closed_at=state.closed_at,
        step=state.step,
        present=state.present,
        ready=state.are_ready,
        expected=state.expected,
        spent=dict(state.clock.spent),
        lent=dict(state.clock.lent),
        paused=state.clock.paused,
        discussions=tuple(_discussion(state, s.id) for s in state.playbook.statements if s.id in state.discussions),
        put=state.put,
        insights=tuple((i.id, i.text) for i in state.insights),
        points=_points(state),
        dots_spent_by=state.dots_spent_by,
        dots_open=state.dots_open,
        dots_revealed=state.dots_revealed,
        follow_ups=tuple(_follow_up(f) for f in sorted(state.follow_ups.values(), key=lambda f: f.point)),
        answers=tuple(_answers(state, q) for q in state.playbook.questions if q.id in state.answers),
        answers_revealed=state.answers_revealed,
        principles=tuple(_principle(state, p) for p in sorted(state.principles.values(), key=lambda p: p.number)),
        scope=state.scope,
        boundaries=state.boundaries,
        parked=state.parked,
        ratings=disclosure.ratings(state),
    )


def _discussion(state: Workshop, statement: StatementId) -> KeptDiscussion:
    discussion = state.discussion(statement)
    rounds = discussion.rounds
    return KeptDiscussion(
        statement=statement,
        rounds=tuple(_round(state, r, moved) for r, moved in zip(rounds, _moves(state, statement), strict=True)),
        note=discussion.note,
        verdict=discussion.verdict,
        put=discussion.put,
        pace=disclosure.pace(state, statement, rounds[0]) if rounds else None,
        reasons=disclosure.motivations(state, discussion, Role.FACILITATOR),
    )


def _moves(state: Workshop, statement: StatementId) -> list[KeptMovement | None]:
    """For each round, the hidden ones too."""
    shown = iter(outcomes(state, statement))
    return [_movement(next(shown).moved) if r.revealed else None for r in state.discussion(statement).rounds]


def _movement(moved: Moved | None) -> KeptMovement | None:
    if moved is None:
        return None
    return KeptMovement(moved.up, moved.down, moved.stayed, moved.convergence, moved.convergence_p)


def _round(state: Workshop, each: Round, moved: KeptMovement | None) -> KeptRound:
    return KeptRound(each.opened_at, each.revealed, each.phones, each.raised, disclosure.spread(state, each), moved)


def _points(state: Workshop) -> tuple[KeptPoint, ...]:
    """The dots of each point by itself: those of a point that was merged stay with it."""
    dots = disclosure.dots(state)
    return tuple(
        KeptPoint(p.id, p.kind, p.text, p.statements, p.merged_into, p.raised_as, dots.get(p.id) if dots else None)
        for p in sorted(state.points.values(), key=lambda p: p.number)
    )


def _follow_up(each: FollowUp) -> KeptFollowUp:
    return KeptFollowUp(**structs.asdict(each))


def _answers(state: Workshop, question: Question) -> KeptAnswers:
    given = state.answers.get(question.id, Answers())
    seen = disclosure.answers(state, given.people)
    points = {option.id: given.points.get(option.id, 0) for option in question.options} if seen else {}
    return KeptAnswers(question.id, given.people, points, disclosure.fills(given, Role.FACILITATOR, seen))


def _principle(state: Workshop, each: Principle) -> KeptPrinciple:
    counts = disclosure.consent(state, each)
    return KeptPrinciple(
        id=each.id,
        wordings=tuple(KeptWording(**structs.asdict(words)) for words in each.wordings),
        answers=each.answered,
        asked=each.asked,
        revealed=each.revealed,
        kept=each.kept,
        consent=(counts[Consent.AGREE], counts[Consent.CAN_LIVE_WITH], counts[Consent.OBJECT]) if counts else None,
        reservations=disclosure.reservations(state, each),
    )
