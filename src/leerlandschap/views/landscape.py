# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A landscape as one role may see it: its key holder everything, the owner of a follow-up their own part."""

import datetime
from collections.abc import Iterable, Mapping

from leerlandschap.core.landscape.events import Event
from leerlandschap.core.landscape.evolve import evolve
from leerlandschap.core.landscape.likeness import alike
from leerlandschap.core.landscape.outcome import Words
from leerlandschap.core.landscape.state import (
    Boundary,
    Finding,
    FollowUp,
    FollowUpStatus,
    Landscape,
    Principle,
    PrincipleWording,
    TextWording,
)
from leerlandschap.core.vocabulary import FindingId, PersonId, PrincipleId, Role
from leerlandschap.views import disclosure
from leerlandschap.views.landscape_shapes import (
    BoundaryLine,
    FindingLine,
    FollowUpLine,
    LandscapeView,
    PrincipleLine,
    SourceLine,
    TouchLine,
    WordingLine,
    WorkshopLine,
)

STILL_TO_DO = (FollowUpStatus.OPEN, FollowUpStatus.WAITING)
Known = Mapping[PersonId, str]


def landscape_view(
    state: Landscape,
    role: Role,
    by: str,
    now: datetime.datetime,
    names: Known,
    addresses: frozenset[PersonId] = frozenset(),
    seq: int = 0,
) -> LandscapeView:
    """What this role may see now; ``by`` is the follow-up that an owner's link opens. ``addresses`` are the people
    with an e-mail address. Workshops that have not closed are added by ``with_workshops``."""
    today = now.date()
    follow_ups = sorted(state.follow_ups.values(), key=lambda f: f.number)
    view = LandscapeView(
        seq=seq,
        role=role,
        today=today,
        landscape=state.id,
        organisation=state.organisation,
        language=state.language,
        country=state.country,
        workshops=_workshops(state),
        outcomes=tuple(sorted(state.outcomes.values(), key=lambda o: (o.closed_at, o.workshop))),
        follow_ups=tuple(_follow_up(state, f, names, addresses, today) for f in follow_ups),
        findings=tuple(_finding(state, f) for f in sorted(state.findings.values(), key=lambda f: f.number)),
        principles=tuple(_principle(state, p) for p in sorted(state.principles.values(), key=lambda p: p.number)),
        alike=alike(state.standing),
        scope=state.scope[-1].text if state.scope else "",
        scope_wordings=tuple(_text_wording(w) for w in state.scope),
        boundaries=tuple(_boundary(b) for b in sorted(state.boundaries.values(), key=lambda b: b.number)),
        passages=tuple(sorted(state.passages.values(), key=lambda p: p.place)),
        stage=state.stage,
        route=state.route,
        editions=state.editions,
        review_on=state.review_on,
        review_due=state.review_on is not None and state.review_on <= today,
    )
    return disclosure.owners_part(view, by) if role is Role.OWNER else view


def _workshops(state: Landscape) -> tuple[WorkshopLine, ...]:
    lines = (WorkshopLine(o.workshop, o.title, o.team, o.opened_at, o.closed_at, True) for o in state.outcomes.values())
    return tuple(sorted(lines, key=lambda each: each.opened_at, reverse=True))


def _follow_up(
    state: Landscape, each: FollowUp, names: Known, addresses: frozenset[PersonId], today: datetime.date
) -> FollowUpLine:
    agreed = each.agreed
    outcome = state.outcomes[each.workshop]
    named = {s.id: (s.number, s.name) for s in outcome.statements}
    raised_at = tuple(named[s] for s in agreed.statements if s in named)
    return FollowUpLine(
        id=each.id,
        number=each.number,
        workshop=each.workshop,
        kind=agreed.kind,
        text=agreed.text,
        about=agreed.about,
        owner=names.get(each.owner) if each.owner else None,
        has_address=each.owner in addresses,
        due_on=each.due_on,
        first_step=agreed.first_step,
        done_when=agreed.done_when,
        status=each.status,
        overdue=each.due_on is not None and each.due_on < today and each.status in STILL_TO_DO,
        reason=each.reason,
        statements=tuple(number for number, _ in raised_at),
        sources=agreed.sources,
        findings=each.findings,
        raised_at=raised_at,
    )


def _finding(state: Landscape, each: Finding) -> FindingLine:
    touches = (
        TouchLine(p, state.principles[p].number, how, each.id in state.principles[p].findings)
        for p, how in each.touches.items()
    )
    by_owner = each.by == each.follow_up
    return FindingLine(each.id, each.number, each.follow_up, each.text, tuple(touches), each.at, by_owner)


def _principle(state: Landscape, each: Principle) -> PrincipleLine:
    return PrincipleLine(
        id=each.id,
        number=each.number,
        words=each.words,
        status=each.status,
        stands=each.stands,
        kept=each.kept,
        wordings=tuple(_wording(w) for w in each.wordings),
        sources=tuple(SourceLine(s.workshop, s.kept, s.consent, s.reservations) for s in each.sources),
        findings=each.findings,
        open_findings=_open_findings(state, each.id) if each.stands else (),
        merged_into=each.merged_into,
        reason=each.reason,
        changed_at=each.changed_at,
    )


def _open_findings(state: Landscape, principle: PrincipleId) -> tuple[FindingId, ...]:
    return tuple(f.id for f in state.open_findings(principle))


def _wording(each: PrincipleWording) -> WordingLine:
    return WordingLine(each.words, each.at, _role(each.by), each.workshop, each.finding, each.reason)


def _text_wording(each: TextWording) -> WordingLine:
    return WordingLine(Words(each.text), each.at, _role(each.by), each.workshop, each.finding)


def _role(by: str) -> Role:
    """Who wrote: a role, or the owner of a follow-up, whose entries carry its id."""
    return Role(by) if by in set(Role) else Role.OWNER


def _boundary(each: Boundary) -> BoundaryLine:
    return BoundaryLine(each.id, each.number, each.text, each.lifted, tuple(_text_wording(w) for w in each.wordings))


def told(events: Iterable[tuple[Event, datetime.datetime, str]], names: Known, now: datetime.datetime) -> LandscapeView:
    """The view of its key holder after these events (what, when, by whom). Raises ValueError for none."""
    state: Landscape | None = None
    for event, at, by in events:
        state = evolve(state, event, at, by)
    if state is None:
        raise ValueError("a landscape begins with an event")
    return landscape_view(state, Role.LANDSCAPE, "", now, names, frozenset(names))
