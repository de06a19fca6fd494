# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a piece of evidence is, in words, and where it can be seen."""

from typing import TypeVar

from leerlandschap.core.landscape.outcome import RoundOutcome, WorkshopOutcome
from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.policy.sections.told import when
from leerlandschap.screens.policy.shapes import Evidence
from leerlandschap.screens.rendering import plain
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import LandscapeView

Thing = TypeVar("Thing")

POSITIONS = ("strongly_disagree", "disagree", "between", "agree", "strongly_agree")
OF_THE_OUTLINE = ("terms",)


def place_of(each: Evidence, view: LandscapeView) -> str:
    """The page where it can be seen, as a path."""
    home = f"/l/{view.landscape}"
    match each.kind:
        case "statement":
            outcome = _outcome(each, view)
            number = next(s.number for s in outcome.statements if s.id == each.id)
            return f"{home}/workshops/{each.workshop}#statement-{number}"
        case "workshop" | "choice" | "insight" | "point" | "parked":
            return f"{home}/workshops/{each.workshop}"
        case "follow_up":
            return f"{home}/f/{each.id}"
        case "finding":
            finding = view.finding(each.id)
            return f"{home}/f/{finding.follow_up}#finding-{each.id}" if finding else home
        case "principle":
            return f"{home}/principles/{each.id}"
        case "scope" | "boundary":
            return f"{home}/principles#{each.kind}-{each.id}" if each.id else f"{home}/principles#scope"
        case "step" | "review":
            return f"{home}/policy#route"
        case "outline":
            return f"{home}/policy"


def words_of(each: Evidence, view: LandscapeView) -> str:
    """The evidence in a sentence. Raises LookupError for what is not there."""
    language = view.language
    match each.kind:
        case "workshop":
            outcome = _outcome(each, view)
            return _said("workshop", outcome, view, n=outcome.in_room)
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
            outcome = _outcome(each, view)
            parked = outcome.parked[int(each.id)]
            return _said("parked", outcome, view, text=parked.text or plain(language, parked.wording))
        case _:
            return _of_the_landscape(each, view)


def _of_the_landscape(each: Evidence, view: LandscapeView) -> str:
    language = view.language
    match each.kind:
        case "principle":
            principle = _found(view.principle(each.id), each)
            return say("policy.note.principle", language, number=principle.number, n=len(principle.wordings))
        case "follow_up":
            follow_up = _found(view.follow_up(each.id), each)
            outcome = _outcome(Evidence("workshop", workshop=follow_up.workshop), view)
            return _said("follow_up", outcome, view, number=follow_up.number, text=follow_up.text)
        case "finding":
            finding = _found(view.finding(each.id), each)
            source = _found(view.follow_up(finding.follow_up), each)
            day = date(finding.at.date(), language)
            return say("policy.note.finding", language, number=finding.number, day=day, follow_up=source.number)
        case "boundary":
            boundary = _found(next((b for b in view.boundaries if b.id == each.id), None), each)
            day = date(boundary.wordings[-1].at.date(), language)
            return say("policy.note.boundary", language, number=boundary.number, day=day)
        case "scope":
            last = _found(view.scope_wordings[-1] if view.scope_wordings else None, each)
            return say("policy.note.scope", language, day=date(last.at.date(), language))
        case "review":
            review = _found(view.review_on, each)
            return say("policy.note.review", language, day=date(review, language))
        case "outline":
            _found(each.id if each.id in OF_THE_OUTLINE else None, each)
            return ""  # the same in every policy, so it gets no note
        case _:
            step = view.route[int(each.id)]
            return say(f"policy.note.step.{step.kind}", language, day=date(step.on or step.at.date(), language))


def _outcome(each: Evidence, view: LandscapeView) -> WorkshopOutcome:
    return _found(next((o for o in view.outcomes if o.workshop == each.workshop), None), each)


def _statement(each: Evidence, outcome: WorkshopOutcome, view: LandscapeView) -> str:
    """Every round of it in figures."""
    statement = _found(next((s for s in outcome.statements if s.id == each.id), None), each)
    rounds = (_round(r, view.language) for r in statement.rounds)
    return " ".join([_said("statement", outcome, view, number=statement.number), *rounds])


def _round(each: RoundOutcome, language: Language) -> str:
    if each.counts is None:
        return say("policy.note.round_too_few", language, round=each.round)
    counted = (*zip(POSITIONS, each.counts, strict=True), ("no_opinion", each.no_opinion or 0))
    figures = ", ".join(f"{n} {say(f'general.position.{name}', language)}" for name, n in counted)
    return say("policy.note.round", language, round=each.round, figures=figures)


def _said(kind: str, outcome: WorkshopOutcome, view: LandscapeView, **facts: str | int) -> str:
    return say(f"policy.note.{kind}", view.language, title=outcome.title, when=when(outcome, view.language), **facts)


def _found(thing: Thing | None, each: Evidence) -> Thing:
    if thing is None:
        raise LookupError(f"no {each.kind} {each.id} {each.workshop}")
    return thing
