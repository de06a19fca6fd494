# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a piece of evidence is, in words, and where it can be seen."""

from typing import TypeVar

from leerlandschap.core.landscape.outcome import StatementOutcome, WorkshopOutcome
from leerlandschap.screens.policy.shapes import Evidence
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import LandscapeView

Thing = TypeVar("Thing")


def place_of(each: Evidence, view: LandscapeView) -> str:
    """The page where it can be seen, as a path."""
    home = f"/l/{view.landscape}"
    match each.kind:
        case "statement":
            outcome = _outcome(each, view)
            number = next(s.number for s in outcome.statements if s.id == each.id)
            return f"/w/{each.workshop}/summary#statement-{number}"
        case "workshop" | "choice" | "insight" | "point" | "parked":
            return f"/w/{each.workshop}/summary"
        case "follow_up":
            return f"{home}/f/{each.id}"
        case "finding":
            finding = view.finding(each.id)
            return f"{home}/f/{finding.follow_up}#finding-{each.id}" if finding else home
        case "principle":
            return f"{home}/principles/{each.id}"
        case "scope" | "boundary":
            return f"{home}/principles#{each.kind}-{each.id}" if each.id else f"{home}/principles#scope"
        case "step":
            return f"{home}/policy#route"


def words_of(each: Evidence, view: LandscapeView) -> str:
    """The evidence in a sentence. Raises LookupError for what is not there."""
    language = view.language
    match each.kind:
        case "workshop":
            return _said("workshop", _outcome(each, view), view)
        case "statement":
            return _statement(each, _outcome(each, view), view)
        case "choice":
            outcome = _outcome(each, view)
            choice = _found(next((c for c in outcome.choices if c.id == each.id), None), each)
            name = choice.name.spoken(language)[0]
            return _said("choice", outcome, view, name=name, n=choice.answers)
        case "insight":
            outcome = _outcome(each, view)
            return _said("insight", outcome, view, text=outcome.insights[int(each.id)])
        case "point":
            outcome = _outcome(each, view)
            point = _found(next((p for p in outcome.points if p.id == each.id), None), each)
            return _said("point", outcome, view, text=point.text)
        case "parked":
            return _said("parked", _outcome(each, view), view)
        case _:
            return _of_the_landscape(each, view)


def _of_the_landscape(each: Evidence, view: LandscapeView) -> str:
    language = view.language
    match each.kind:
        case "principle":
            principle = _found(view.principle(each.id), each)
            return say("policy.note.principle", language, number=principle.number, text=principle.words.statement)
        case "follow_up":
            follow_up = _found(view.follow_up(each.id), each)
            return say("policy.note.follow_up", language, number=follow_up.number, text=follow_up.text)
        case "finding":
            finding = _found(view.finding(each.id), each)
            return say("policy.note.finding", language, number=finding.number, day=date(finding.at.date(), language))
        case "boundary":
            boundary = _found(next((b for b in view.boundaries if b.id == each.id), None), each)
            return say("policy.note.boundary", language, number=boundary.number)
        case "scope":
            last = _found(view.scope_wordings[-1] if view.scope_wordings else None, each)
            return say("policy.note.scope", language, day=date(last.at.date(), language))
        case _:
            step = view.route[int(each.id)]
            return say(f"policy.note.step.{step.kind}", language, day=date(step.on or step.at.date(), language))


def _outcome(each: Evidence, view: LandscapeView) -> WorkshopOutcome:
    return _found(next((o for o in view.outcomes if o.workshop == each.workshop), None), each)


def _statement(each: Evidence, outcome: WorkshopOutcome, view: LandscapeView) -> str:
    statement: StatementOutcome = _found(next((s for s in outcome.statements if s.id == each.id), None), each)
    last = statement.last
    if last is None or last.answers is None:
        return _said("statement_too_few", outcome, view, number=statement.number)
    return _said("statement", outcome, view, number=statement.number, round=last.round, n=last.answers)


def _said(kind: str, outcome: WorkshopOutcome, view: LandscapeView, **facts: str | int) -> str:
    day = date(outcome.closed_at.date(), view.language)
    title = f"{outcome.title}, {outcome.team}" if outcome.team else outcome.title
    return say(f"policy.note.{kind}", view.language, title=title, day=day, **facts)


def _found(thing: Thing | None, each: Evidence) -> Thing:
    if thing is None:
        raise LookupError(f"no {each.kind} {each.id} {each.workshop}")
    return thing
