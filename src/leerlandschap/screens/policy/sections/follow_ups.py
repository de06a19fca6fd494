# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Section 15 and annex B: who does what by when, and what became of what was found."""

import datetime
from collections.abc import Iterator, Sequence

from leerlandschap.core.vocabulary import Touch
from leerlandschap.screens.policy.shapes import Evidence, Generated
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import (
    FindingLine,
    FollowUpLine,
    FollowUpStatus,
    LandscapeView,
    TouchLine,
)

STILL_TO_DO = (FollowUpStatus.OPEN, FollowUpStatus.WAITING)
NOTHING = "–"


def still_to_do(view: LandscapeView) -> list[FollowUpLine]:
    """Open and waiting follow-ups, the soonest first; those without a date last."""
    there = (f for f in view.follow_ups if f.status in STILL_TO_DO)
    return sorted(there, key=lambda f: (f.due_on is None, f.due_on or datetime.date.max, f.number))


def what_who_when(name: str, caption: str, these: Sequence[FollowUpLine], view: LandscapeView) -> Generated:
    rows = tuple((each.text, _owner(each, view), _due(each, view)) for each in these)
    return _table(name, caption, ("what", "who", "when"), rows, these, view)


def action_agenda(view: LandscapeView) -> Iterator[Generated]:
    """Everything that is still to be done; what nobody has is said to be nobody's."""
    these = still_to_do(view)
    if these:
        heads = ("what", "who", "when", "first_step", "done_when")
        rows = tuple(
            (each.text, _owner(each, view), _due(each, view), each.first_step or NOTHING, each.done_when or NOTHING)
            for each in these
        )
        yield _table("action_agenda", say("policy.follow_ups.all", view.language), heads, rows, these, view)


def _table(
    name: str,
    caption: str,
    heads: Sequence[str],
    rows: tuple[tuple[str, ...], ...],
    these: Sequence[FollowUpLine],
    view: LandscapeView,
) -> Generated:
    head = tuple(say(f"policy.table.{each}", view.language) for each in heads)
    sources = tuple((Evidence("follow_up", each.id),) for each in these)
    return Generated(name, text=caption, head=head, rows=rows, sources=sources)


def _owner(each: FollowUpLine, view: LandscapeView) -> str:
    return each.owner or say("general.no_owner", view.language)


def _due(each: FollowUpLine, view: LandscapeView) -> str:
    """The day, and what it waits for."""
    day = date(each.due_on, view.language) if each.due_on else say("general.no_date", view.language)
    waits = each.status is FollowUpStatus.WAITING and each.reason
    return say("policy.follow_ups.waits", view.language, day=day, reason=each.reason) if waits else day


def annex_findings(view: LandscapeView) -> Iterator[Generated]:
    """Every finding: what it came from, which principle it touches and how, and whether it came back into it."""
    told = [(each, touch) for each in view.findings for touch in each.touches or (None,)]
    if told:
        heads = ("follow_up", "finding", "principle", "touch", "back")
        yield Generated(
            "annex_findings",
            text=say("policy.findings.all", view.language),
            head=tuple(say(f"policy.table.{each}", view.language) for each in heads),
            rows=tuple(_finding(each, touch, view) for each, touch in told),
            sources=tuple(_chain(each, touch) for each, touch in told),
        )


def _finding(each: FindingLine, touch: TouchLine | None, view: LandscapeView) -> tuple[str, ...]:
    follow_up = view.follow_up(each.follow_up)
    said = say("policy.findings.said", view.language, number=each.number, day=_day(each.at, view), text=each.text)
    from_what = f"{follow_up.number}. {follow_up.text}" if follow_up else NOTHING
    if touch is None:
        return from_what, said, say("policy.findings.none", view.language), NOTHING, NOTHING
    principle = view.principle(touch.principle)
    named = f"{touch.number}. {principle.words.statement}" if principle else str(touch.number)
    how = say(f"policy.touch.{touch.touch.value}", view.language)
    return from_what, said, named, how, _back(each, touch, view)


def _back(each: FindingLine, touch: TouchLine, view: LandscapeView) -> str:
    """Whether it came back into the principle, and when. What only confirms has nothing to bring back."""
    if not touch.back:
        return NOTHING if touch.touch is Touch.CONFIRMS else say("policy.findings.not_back", view.language)
    wordings = (w for p in view.principles for w in p.wordings if w.finding == each.id)
    there = next((w for w in wordings), None)
    return (
        say("policy.findings.back", view.language, day=_day(there.at, view))
        if there
        else say("general.yes", view.language)
    )


def _chain(each: FindingLine, touch: TouchLine | None) -> tuple[Evidence, ...]:
    principle = (Evidence("principle", touch.principle),) if touch else ()
    return (Evidence("follow_up", each.follow_up), Evidence("finding", each.id), *principle)


def _day(at: datetime.datetime, view: LandscapeView) -> str:
    return date(at.date(), view.language)
