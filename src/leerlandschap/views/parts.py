# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a workshop's view, each from the state."""

from collections.abc import Mapping

from leerlandschap.core.vocabulary import Consent, PersonId, PointId, Role, StatementId
from leerlandschap.core.workshop.changes.follow_ups import standing
from leerlandschap.core.workshop.playbook import Question, Statement
from leerlandschap.core.workshop.state import Answers, Point, Principle, Workshop
from leerlandschap.views import disclosure
from leerlandschap.views.outcomes import outcomes
from leerlandschap.views.shapes import (
    ConsentFigures,
    FollowUpView,
    OptionView,
    ParkedView,
    PointView,
    PrincipleView,
    QuestionView,
    StatementView,
)


def statement(state: Workshop, number: int, each: Statement, role: Role) -> StatementView:
    discussion = state.discussion(each.id)
    last = state.last_round(each.id)
    is_open = state.is_open(each.id)
    return StatementView(
        id=each.id,
        number=number,
        name=each.name,
        text=each.text,
        status="waiting" if last is None else "open" if is_open else "revealed",
        round=len(discussion.rounds),
        answers=last.answers if last and is_open else 0,
        hands=last.raised if last and is_open else 0,
        outcomes=outcomes(state, each.id),
        note=discussion.note,
        verdict=discussion.verdict,
        discussed=discussion.put,
        current=state.put == each.id,
        parked=state.is_parked(each.id),
        motivations=disclosure.motivations(state, discussion, role),
    )


def points(state: Workshop, role: Role) -> tuple[PointView, ...]:
    """Points that stand on their own, the most dotted first once the dots are shown; parked ones last."""
    if not disclosure.points_are_open(state, role):
        return ()
    dots = _dots_with_merged(state)
    sources = _sources(state)
    views = [_point(state, p, dots, sources.get(p.id, ())) for p in state.points.values() if p.merged_into is None]
    return tuple(sorted(views, key=lambda p: (p.parked, -(p.dots or 0), p.number)))


def _dots_with_merged(state: Workshop) -> dict[PointId, int] | None:
    """A point has the dots of everything merged into it."""
    shown = disclosure.dots(state)
    if shown is None:
        return None
    totals: dict[PointId, int] = {}
    for point, n in shown.items():
        home = standing(state, point)
        if home is not None:
            totals[home.id] = totals.get(home.id, 0) + n
    return totals


def _sources(state: Workshop) -> dict[PointId, tuple[str, ...]]:
    found: dict[PointId, tuple[str, ...]] = {}
    for point in sorted(state.points.values(), key=lambda p: p.number):
        home = standing(state, point.id)
        words = (point.raised_as, point.text if point.merged_into is not None else "")
        if home is not None:
            found[home.id] = (*found.get(home.id, ()), *(each for each in words if each))
    return found


def _point(state: Workshop, each: Point, dots: dict[PointId, int] | None, sources: tuple[str, ...]) -> PointView:
    return PointView(
        id=each.id,
        number=each.number,
        kind=each.kind,
        text=each.text,
        statements=each.statements,
        sources=sources,
        dots=None if dots is None else dots.get(each.id, 0),
        parked=state.is_parked(each.id),
        agreed=each.id in state.follow_ups,
    )


def follow_ups(state: Workshop, names: Mapping[PersonId, str]) -> tuple[FollowUpView, ...]:
    """What was agreed, in the order of the points; a forgotten owner is no owner."""
    found = sorted(state.follow_ups.values(), key=lambda f: state.points[f.point].number)
    return tuple(
        FollowUpView(
            point=f.point,
            kind=state.points[f.point].kind,
            text=f.text,
            owner=names.get(f.owner) if f.owner else None,
            due_on=f.due_on,
            first_step=f.first_step,
            done_when=f.done_when,
            statements=state.points[f.point].statements,
        )
        for f in found
    )


def question(state: Workshop, each: Question, role: Role) -> QuestionView:
    given = state.answers.get(each.id, Answers())
    seen = disclosure.answers(state, given.people)
    options = tuple(
        OptionView(o.id, o.text, o.description, o.fill, given.points.get(o.id, 0) if seen else None)
        for o in each.options
    )
    return QuestionView(
        id=each.id,
        name=each.name,
        text=each.text,
        kind=each.kind,
        most=each.most,
        options=options,
        answers=given.people,
        revealed=state.answers_revealed,
        too_few=state.answers_revealed and not seen,
        fills=disclosure.fills(given, role, seen),
    )


def principle(state: Workshop, each: Principle) -> PrincipleView:
    counts = disclosure.consent(state, each)
    words = each.words
    return PrincipleView(
        id=each.id,
        number=each.number,
        statement=words.statement,
        because=words.because,
        means=words.means,
        except_=words.except_,
        status="kept" if each.kept else "revealed" if each.revealed else "asked" if each.asked else "draft",
        parked=state.is_parked(each.id),
        answers=each.answered,
        too_few=each.revealed and counts is None,
        consent=_consent(counts) if counts else None,
        reservations=disclosure.reservations(state, each),
        earlier=tuple(w.statement for w in each.wordings[:-1]),
    )


def _consent(counts: dict[Consent, int]) -> ConsentFigures:
    return ConsentFigures(counts[Consent.AGREE], counts[Consent.CAN_LIVE_WITH], counts[Consent.OBJECT])


def parked(state: Workshop, role: Role) -> tuple[ParkedView, ...]:
    return tuple(p for what, words in state.parked if (p := _parked(state, what, words, role)) is not None)


def _parked(state: Workshop, what: str, words: str, role: Role) -> ParkedView | None:
    if words:
        return ParkedView(what, "thought", words)
    for point in (p for p in state.points.values() if p.id == what):
        return ParkedView(what, "point", point.text) if disclosure.points_are_open(state, role) else None
    for each in (p for p in state.principles.values() if p.id == what):
        return ParkedView(what, "principle", each.words.statement)
    found = next((s for s in state.playbook.statements if s.id == StatementId(what)), None)
    return ParkedView(what, "statement", "", found.name) if found else None
