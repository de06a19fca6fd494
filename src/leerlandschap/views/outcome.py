# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a closed workshop hands on to its landscape, from what the landscape's role may see of it."""

from collections.abc import Mapping

from leerlandschap.core.landscape.outcome import (
    ChoiceOutcome,
    FollowUpOutcome,
    OptionOutcome,
    ParkedOutcome,
    PointOutcome,
    PrincipleOutcome,
    RoundOutcome,
    StatementOutcome,
    Words,
    WorkshopOutcome,
)
from leerlandschap.core.vocabulary import PersonId
from leerlandschap.views.shapes import (
    FollowUpView,
    Outcome,
    PrincipleView,
    QuestionView,
    StatementView,
    WorkshopView,
)


def outcome_of(view: WorkshopView, owners: Mapping[str, PersonId]) -> WorkshopOutcome:
    """The outcome of a workshop that is closed; ``owners`` gives each owner's name its id among the landscape's names.
    Raises ValueError for one that is not closed."""
    if view.closed_at is None:
        raise ValueError("a workshop hands on its outcome when it closes")
    points = {p.id: p for p in view.points}
    return WorkshopOutcome(
        workshop=view.workshop,
        title=view.title,
        team=view.team,
        language=view.language,
        playbook=view.playbook_title,
        opened_at=view.opened_at,
        closed_at=view.closed_at,
        in_room=view.in_room,
        thresholds=view.thresholds,
        statements=tuple(_statement(s) for s in view.statements),
        choices=tuple(_choice(q) for q in view.questions if q.revealed),
        principles=tuple(_principle(p) for p in view.principles if not p.parked),
        follow_ups=tuple(_follow_up(f, points[f.point].text, points[f.point].sources, owners) for f in view.follow_ups),
        points=tuple(PointOutcome(p.id, p.kind, p.text, p.dots) for p in view.points if not (p.agreed or p.parked)),
        insights=tuple(i.text for i in view.insights),
        scope=view.scope,
        boundaries=tuple((b.id, b.text) for b in view.boundaries),
        parked=tuple(ParkedOutcome(p.kind, p.text, p.wording) for p in view.parked),
        ratings=view.ratings,
    )


def _statement(each: StatementView) -> StatementOutcome:
    return StatementOutcome(
        id=each.id,
        number=each.number,
        name=each.name,
        text=each.text,
        rounds=tuple(_round(o) for o in each.outcomes),
        zone=each.zone,
        overruled=each.verdict is not None,
        note=each.note,
    )


def _round(each: Outcome) -> RoundOutcome:
    moved = each.moved
    return RoundOutcome(
        round=each.round,
        kind=each.kind,
        label=each.label,
        settled=each.settled,
        answers=each.answers,
        counts=each.counts,
        no_opinion=each.no_opinion,
        up=moved.up if moved else None,
        down=moved.down if moved else None,
        stayed=moved.stayed if moved else None,
        quick=each.quick,
    )


def _choice(each: QuestionView) -> ChoiceOutcome:
    options = tuple(OptionOutcome(o.id, o.text, o.points) for o in each.options)
    return ChoiceOutcome(each.id, each.name, each.text, each.kind, each.answers, options)


def _principle(each: PrincipleView) -> PrincipleOutcome:
    """Earlier wordings are kept by their statement; what stood beside them went with them."""
    earlier = tuple(Words(statement) for statement in each.earlier)
    last = Words(each.statement, each.because, each.means, each.except_)
    consent = each.consent
    figures = (consent.agree, consent.can_live_with, consent.object) if consent else None
    return PrincipleOutcome(each.id, (*earlier, last), each.status == "kept", figures, each.reservations)


def _follow_up(
    each: FollowUpView, about: str, sources: tuple[str, ...], owners: Mapping[str, PersonId]
) -> FollowUpOutcome:
    return FollowUpOutcome(
        point=each.point,
        kind=each.kind,
        text=each.text,
        about=about,
        owner=owners.get(each.owner) if each.owner else None,
        due_on=each.due_on,
        first_step=each.first_step,
        done_when=each.done_when,
        statements=each.statements,
        sources=sources,
    )
