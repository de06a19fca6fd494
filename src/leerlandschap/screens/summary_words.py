# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a workshop found, in the words of one language: the same for the page, the saved page and the Markdown."""

import datetime
from collections.abc import Sequence

import msgspec

from leerlandschap.core.measures import Thresholds
from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import Moment, QuestionKind
from leerlandschap.screens import knowing, outcomes
from leerlandschap.screens.summary_shapes import (
    ChoiceLine,
    FollowUpLine,
    ParkedLine,
    PointLine,
    PrincipleLine,
    StatementLine,
    Summary,
)
from leerlandschap.text import date, say
from leerlandschap.views.shapes import (
    FollowUpView,
    ParkedView,
    PointView,
    PrincipleView,
    QuestionView,
    StatementView,
    WorkshopView,
)


def summary_of(view: WorkshopView, language: Language) -> Summary:
    """Everything the summary says of this view."""
    finding, second = outcomes.headline(whole(view), language)
    unowned = [f for f in view.follow_ups if f.owner is None]
    rating, ratings = _rating(view.ratings, language)
    return Summary(
        title=view.title,
        team=view.team,
        organisation=view.organisation,
        day=date((view.closed_at or view.opened_at).date(), language),
        finding=finding,
        second=second,
        not_closed="" if view.closed_at else say("report.not_closed", language),
        took_part=say("report.took_part", language, n=view.in_room) if view.in_room else "",
        statements=tuple(_statement(s, view, language) for s in outcomes.shown(view)),
        principles=tuple(_principle(p, language) for p in principles(view)),
        scope=view.scope,
        boundaries=view.boundaries,
        insights=view.insights,
        follow_ups=tuple(_follow_up(f, view, language) for f in view.follow_ups),
        unowned=say("report.follow_ups.unowned", language, n=len(unowned)) if unowned else "",
        points=tuple(_point(p, language) for p in untaken(view)),
        has_points=bool(view.points),
        choices=tuple(_choice(q, language) for q in view.questions if q.revealed),
        parked=tuple(_parked(p, language) for p in view.parked),
        rating=rating,
        ratings=ratings,
        thresholds=lines_drawn(view.thresholds, language),
        closing=view.closing,
    )


def whole(view: WorkshopView) -> WorkshopView:
    """The view as it is when nothing is put to the group: a summary is about all of it, whenever it is opened."""
    return msgspec.structs.replace(view, moment=Moment.CLOSED)


def principles(view: WorkshopView) -> tuple[PrincipleView, ...]:
    """The ones that are not parked: those the group keeps first."""
    standing = (p for p in view.principles if not p.parked)
    return tuple(sorted(standing, key=lambda p: (p.status != "kept", p.number)))


def untaken(view: WorkshopView) -> tuple[PointView, ...]:
    """Points that nobody took up and nobody parked."""
    return tuple(p for p in view.points if not p.agreed and not p.parked)


def _statement(each: StatementView, view: WorkshopView, language: Language) -> StatementLine:
    last = each.outcome
    overruled = outcomes.overruled_lines(each, language)
    measured = msgspec.structs.replace(each, verdict=None)  # what the group says stands beside it, in its own line
    return StatementLine(
        number=each.number,
        name=each.name,
        text=each.text,
        firm=each.zone == "core",
        strength=outcomes.strength(last, view.thresholds) if last and each.zone else None,
        sentence=outcomes.sentence(measured, language, view.thresholds),
        moved=outcomes.talk_line(each, language),
        outcome=overruled[0] if overruled else "",
        ours=overruled[1] if overruled else "",
        note=each.note,
        quick=outcomes.quick_line(each, language, view.thresholds),
        known=knowing.known(view, each, language),
    )


def _principle(each: PrincipleView, language: Language) -> PrincipleLine:
    reasons = (("because", each.because), ("means", each.means), ("except", each.except_))
    return PrincipleLine(
        number=each.number,
        statement=each.statement,
        reasons=tuple((say(f"report.principles.{key}", language), words) for key, words in reasons if words),
        consent=_consent(each, language),
        reservations=each.reservations,
        reservations_label=say("report.principles.reservation", language, n=len(each.reservations)),
    )


def _consent(each: PrincipleView, language: Language) -> str:
    """How many could live with it, and whether the group keeps it."""
    if each.status in ("draft", "asked"):
        return say(f"report.principles.{each.status}", language)
    if each.consent is None:
        return say("report.principles.too_few", language)
    counts = {name: getattr(each.consent, name) for name in each.consent.__struct_fields__}
    figures = f"{', '.join(say(f'report.principles.{name}', language, n=n) for name, n in counts.items() if n)}."
    if each.status == "revealed":
        return f"{figures} {say('report.principles.revealed', language)}"
    return figures if each.consent.object else f"{say('report.principles.kept_free', language)} {figures}"


def _follow_up(each: FollowUpView, view: WorkshopView, language: Language) -> FollowUpLine:
    numbers = [s.number for s in view.statements if s.id in each.statements]
    point = next((p for p in view.points if p.id == each.point), None)
    steps = (("first_step", each.first_step), ("done_when", each.done_when))
    return FollowUpLine(
        text=each.text,
        owner=each.owner or say("report.follow_ups.no_owner", language),
        has_owner=each.owner is not None,
        by=_by(each.due_on, language),
        steps=(
            *(_about_point(point, language) if point else ()),
            *(say(f"report.follow_ups.{key}", language, text=words) for key, words in steps if words),
            *([_about(numbers, language)] if numbers else ()),
        ),
    )


def _about_point(each: PointView, language: Language) -> tuple[str, ...]:
    line = _point(each, language)
    said = f"{line.kind}: {line.text}"
    return (said, line.merged) if line.merged else (said,)


def _about(numbers: Sequence[int], language: Language) -> str:
    return say("report.follow_ups.statements", language, numbers=outcomes.listed(numbers, language))


def _by(day: datetime.date | None, language: Language) -> str:
    if day is None:
        return say("report.follow_ups.no_date", language)
    return say("report.follow_ups.by", language, day=date(day, language))


def _point(each: PointView, language: Language) -> PointLine:
    return PointLine(
        kind=say(f"report.points.{each.kind.value}", language),
        text=each.text,
        dots=say("report.points.dots", language, n=each.dots) if each.dots is not None else "",
        merged=say("report.points.merged", language, texts="; ".join(each.sources)) if each.sources else "",
    )


def _choice(each: QuestionView, language: Language) -> ChoiceLine:
    chosen = sorted(((o.text, o.points) for o in each.options if o.points), key=lambda o: -o[1])
    otherwise = "" if chosen else say(f"report.choices.{'too_few' if each.too_few else 'nothing'}", language)
    return ChoiceLine(each.name, each.text, tuple(chosen), each.kind is QuestionKind.DIVIDE, otherwise)


def _parked(each: ParkedView, language: Language) -> ParkedLine:
    return ParkedLine(say(f"report.parked.{each.kind}", language), each.text, each.wording)


def _rating(counts: tuple[int, ...] | None, language: Language) -> tuple[str, tuple[str, ...]]:
    if counts is None:
        return "", ()
    said = say("report.rating.said", language, high=sum(counts[3:]), n=sum(counts))
    return said, tuple(say("report.rating.each", language, rating=r, n=n) for r, n in enumerate(counts, 1))


def lines_drawn(lines: Thresholds, language: Language) -> tuple[str, ...]:
    """How an outcome comes about: the thresholds in sentences."""
    shares = {"core": lines.core_share, "against": lines.against, "camp": lines.camp, "undecided": lines.undecided}
    numbers = {name: round(share * 100) for name, share in shares.items()} | {"floor": lines.floor}
    keys = ("core", "camps", "undecided", "scattered", "floor")
    return tuple(say(f"report.thresholds.{key}", language, **numbers) for key in keys)
