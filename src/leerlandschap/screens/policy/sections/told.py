# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a workshop said, in the words of a policy: by the same rules as on the screens, in another voice."""

from collections.abc import Iterator, Sequence

from leerlandschap.core.landscape.outcome import WorkshopOutcome
from leerlandschap.core.vocabulary import Language
from leerlandschap.screens import outcomes
from leerlandschap.screens.policy.shapes import Evidence
from leerlandschap.screens.rendering import plain
from leerlandschap.text import date, say
from leerlandschap.views.as_closed import statements
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.shapes import StatementView

VOICE = "policy.outcome"  # about the group, where the screens speak to it


def newest_first(view: LandscapeView) -> tuple[WorkshopOutcome, ...]:
    return view.outcomes[::-1]


def each_team(view: LandscapeView) -> tuple[tuple[str, tuple[WorkshopOutcome, ...]], ...]:
    """Every team with its workshops, newest first. A team is known by its first workshop, so that the passages about it
    stay the same ones when it meets again."""
    teams: dict[str, list[WorkshopOutcome]] = {}
    for each in view.outcomes:
        teams.setdefault(each.team, []).append(each)
    return tuple((str(its[0].workshop), tuple(reversed(its))) for its in teams.values())


def when(outcome: WorkshopOutcome, language: Language) -> str:
    """*24 november 2025 (team Zorg)*."""
    day = date(outcome.closed_at.date(), language)
    return say("policy.when", language, day=day, team=outcome.team) if outcome.team else day


def held(outcome: WorkshopOutcome, language: Language) -> str:
    """That the workshop was, when, and with how many."""
    return say("policy.held", language, when=when(outcome, language), n=outcome.in_room, title=outcome.title)


def shown(outcome: WorkshopOutcome) -> Iterator[StatementView]:
    """Its statements that came to something, by number."""
    return (each for each in statements(outcome) if each.outcomes and not each.parked)


def statement_said(each: StatementView, outcome: WorkshopOutcome, language: Language) -> str:
    """The statement, what the group came to, what talking changed, and what it wrote beside it."""
    put = say(
        "policy.statement.put",
        language,
        when=when(outcome, language),
        n=outcome.in_room,
        text=plain(language, each.text),
    )
    moved = outcomes.moved_line(each.outcomes[-1], language)
    return joined(
        put,
        outcomes.sentence(each, language, outcome.thresholds, VOICE),
        say("outcome.after_talk", language, moved=moved) if moved else "",
        say("policy.statement.note", language, text=each.note) if each.note else "",
    )


def about(each: StatementView, outcome: WorkshopOutcome) -> tuple[Evidence, ...]:
    return (Evidence("statement", each.id, outcome.workshop),)


def joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)


def quoted(texts: Sequence[str], language: Language) -> str:
    """*“x”, “y” en “z”*."""
    *first, last = [say("policy.quoted", language, text=text) for text in texts]
    return say("outcome.and", language, first=", ".join(first), last=last) if first else last
