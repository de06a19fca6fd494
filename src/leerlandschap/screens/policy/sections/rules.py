# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sections 6, 7 and 11: the principles, the boundaries, and what they say about time and money."""

from collections.abc import Iterator

from leerlandschap.core.vocabulary import SectionId
from leerlandschap.screens.policy.sections.feeds import fed_choices, fed_options, fed_statements
from leerlandschap.screens.policy.sections.told import joined, when
from leerlandschap.screens.policy.shapes import Evidence, Generated
from leerlandschap.text import say
from leerlandschap.views.landscape_shapes import LandscapeView, PrincipleLine, SourceLine

CHOSEN = ("agree", "can_live_with", "object")


def principles(view: LandscapeView) -> Iterator[Generated]:
    """Every principle that stands and that a group kept or a hand took up; with what it has behind it.

    Support is a passage of its own, so that whoever words a principle by hand does not word the figures.
    """
    for each in view.principles:
        if each.stands and each.kept:
            yield Generated(f"principle-{each.id}", _behind(each), _in_full(each, view))
            yield Generated(f"support-{each.id}", _supporting(each), _support(each, view))


def _in_full(each: PrincipleLine, view: LandscapeView) -> str:
    words = each.words
    parts = (("because", words.because), ("means", words.means), ("except", words.except_))
    said = (say(f"policy.principle.{key}", view.language, text=text) for key, text in parts if text)
    return " ".join([words.statement, *said])


def _behind(each: PrincipleLine) -> tuple[Evidence, ...]:
    """The principle with its history, and the findings that came back into it."""
    return (Evidence("principle", each.id), *(Evidence("finding", finding) for finding in each.findings))


def _supporting(each: PrincipleLine) -> tuple[Evidence, ...]:
    workshops = (Evidence("workshop", workshop=source.workshop) for source in each.sources)
    return (Evidence("principle", each.id), *workshops, *(Evidence("finding", f) for f in each.open_findings))


def _support(each: PrincipleLine, view: LandscapeView) -> str:
    """Its status, how each group chose, what people still had against it, and what has not come back into it yet."""
    n = len(each.open_findings)
    return joined(
        say(f"policy.status.{each.status.value}", view.language, number=each.number),
        *(_consent(source, view) for source in each.sources),
        say("policy.principle.open_findings", view.language, n=n) if n else "",
    )


def _consent(source: SourceLine, view: LandscapeView) -> str:
    """How a group chose, in the words of its summary; nothing where that was not shown."""
    language, outcome = view.language, view.outcome(source.workshop)
    figures, held = "", ""
    if source.consent and outcome:
        counted = zip(CHOSEN, source.consent, strict=True)
        said = ", ".join(say(f"report.principles.{name}", language, n=n) for name, n in counted if n)
        figures = say("policy.principle.chose", language, when=when(outcome, language), figures=said)
        kept_free = source.kept and not source.consent[-1]
        verdict = "kept_free" if kept_free else "" if source.kept else "revealed"
        figures = joined(figures, say(f"report.principles.{verdict}", language) if verdict else "")
    if source.reservations:
        label = say("report.principles.reservation", language, n=len(source.reservations))
        held = f"{label} {'; '.join(source.reservations)}"
    return joined(figures, held)


def boundaries(view: LandscapeView) -> Iterator[Generated]:
    """Every boundary that was not lifted; then what groups chose and said about limits."""
    for each in view.boundaries:
        if each.lifted is None:
            yield Generated(f"boundary-{each.id}", _bounding(each.id, view), each.text)
    yield from fed_choices(view, SectionId.BOUNDARIES)
    yield from fed_statements(view, SectionId.BOUNDARIES)


def _bounding(boundary: str, view: LandscapeView) -> tuple[Evidence, ...]:
    """The boundary, and the finding in whose light it was last worded."""
    behind = next(b.wordings[-1].finding for b in view.boundaries if b.id == boundary)
    return (Evidence("boundary", boundary), *((Evidence("finding", behind),) if behind else ()))


def time_and_money(view: LandscapeView) -> Iterator[Generated]:
    """What was said of limits in time and money, and the boundaries, which hold here as well."""
    section = SectionId.TIME_AND_MONEY
    yield from fed_options(view, section)
    for each in view.boundaries:
        if each.lifted is None:
            said = say("policy.short.boundary", view.language, number=each.number, text=each.text)
            yield Generated(f"{section}-boundary-{each.id}", _bounding(each.id, view), said)
    yield from fed_statements(view, section)
