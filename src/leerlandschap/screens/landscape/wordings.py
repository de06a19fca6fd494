# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where words come from, said in words: a workshop, a finding, a reason, a hand."""

from msgspec import Struct

from leerlandschap.core.landscape.outcome import Words
from leerlandschap.core.vocabulary import FindingId, Language, Role
from leerlandschap.screens.landscape.comparing import Change, changes
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import FindingLine, LandscapeView, PrincipleLine, SourceLine, WordingLine


class Wording(Struct, frozen=True):
    """One wording of a timeline. ``changed`` is what differs from the one before; ``link`` is "" without a place."""

    number: int
    words: Words
    day: str
    who: str
    origin: str
    link: str
    changed: tuple[Change, ...]


class Voice(Struct, frozen=True):
    """A workshop behind a principle: what the group said of it there."""

    title: str
    day: str
    link: str
    said: str
    reservations: tuple[str, ...]


class Finding(Struct, frozen=True):
    """A finding as it concerns one principle."""

    id: FindingId
    number: int
    text: str
    touch: str
    who: str
    link: str


def timeline(view: LandscapeView, wordings: tuple[WordingLine, ...], language: Language) -> tuple[Wording, ...]:
    """Every wording, oldest first."""
    both = zip(wordings, (None, *wordings), strict=False)
    return tuple(_wording(view, number, *each, language) for number, each in enumerate(both, 1))


def _wording(
    view: LandscapeView, number: int, each: WordingLine, before: WordingLine | None, language: Language
) -> Wording:
    origin, link = _origin(view, each, before is None, language)
    changed = changes(before.words, each.words) if before else ()
    return Wording(number, each.words, date(each.at.date(), language), who(each.by, language), origin, link, changed)


def who(role: Role, language: Language) -> str:
    """By role: the landscape knows no names of those who write."""
    return say(f"principles.who.{role.value}", language)


def _origin(view: LandscapeView, wording: WordingLine, is_first: bool, language: Language) -> tuple[str, str]:
    """What it came from, and where that can be seen."""
    outcome = view.outcome(wording.workshop) if wording.workshop else None
    if outcome is not None:
        return say("principles.origin.workshop", language, title=outcome.title), f"/w/{outcome.workshop}/summary"
    finding = view.finding(wording.finding) if wording.finding else None
    if finding is not None:
        return say("principles.origin.finding", language, number=finding.number), finding_link(view, finding.id)
    if wording.reason:
        return say("principles.origin.reason", language, reason=wording.reason), ""
    return say("principles.origin.written" if is_first else "principles.origin.anew", language), ""


def finding_link(view: LandscapeView, wanted: str) -> str:
    finding = view.finding(wanted)
    return f"/l/{view.landscape}/f/{finding.follow_up}#finding-{finding.id}" if finding else ""


def voices(view: LandscapeView, principle: PrincipleLine, language: Language) -> tuple[Voice, ...]:
    """The workshops it comes from, oldest first."""
    order = [each.workshop for each in view.outcomes]
    known = (source for source in principle.sources if source.workshop in order)
    return tuple(_voice(view, each, language) for each in sorted(known, key=lambda s: order.index(s.workshop)))


def _voice(view: LandscapeView, source: SourceLine, language: Language) -> Voice:
    outcome = view.outcome(source.workshop)
    assert outcome is not None
    day = date(outcome.closed_at.date(), language)
    return Voice(outcome.title, day, f"/w/{source.workshop}/summary", _said(source, language), source.reservations)


def _said(source: SourceLine, language: Language) -> str:
    """How many agreed, could live with it, objected; and whether the group kept it."""
    if source.consent is None:
        figures = say("principles.consent_unknown", language)
    else:
        each = zip(("agree", "can_live_with", "object"), source.consent, strict=True)
        figures = f"{', '.join(say(f'report.principles.{kind}', language, n=n) for kind, n in each)}."
    return f"{figures} {say('principles.kept' if source.kept else 'principles.not_kept', language)}"


def open_findings(view: LandscapeView, principle: PrincipleLine, language: Language) -> tuple[Finding, ...]:
    """Findings that would change it and have not come back yet."""
    found = (view.finding(each) for each in principle.open_findings)
    return tuple(_finding(view, each, principle, language) for each in found if each)


def _finding(view: LandscapeView, each: FindingLine, principle: PrincipleLine, language: Language) -> Finding:
    touch = next(line.touch for line in each.touches if line.principle == principle.id)
    finder = who(Role.OWNER if each.by_owner else Role.LANDSCAPE, language)
    return Finding(
        id=each.id,
        number=each.number,
        text=each.text,
        touch=say(f"principles.touch.{touch.value}", language),
        who=say("principles.found_by", language, who=finder, day=date(each.at.date(), language)),
        link=finding_link(view, each.id),
    )
