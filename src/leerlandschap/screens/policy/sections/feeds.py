# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the outline feeds a section with: statements and thinking questions of the card, from each team's last word."""

from collections.abc import Iterator

from leerlandschap.core.landscape.outcome import WorkshopOutcome
from leerlandschap.core.vocabulary import SectionId, StatementId
from leerlandschap.playbooks.policy import outline
from leerlandschap.screens.policy.sections.choices import choice_said, is_of_the_card, newest_with, option_said
from leerlandschap.screens.policy.sections.told import about, each_team, shown, statement_said
from leerlandschap.screens.policy.shapes import Evidence, Generated
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.shapes import StatementView


def fed_statements(view: LandscapeView, section: SectionId) -> Iterator[Generated]:
    """The statements that say something about a section, as each team last answered them."""
    for statement in _statements(view, section):
        for team, its in each_team(view):
            found = _last(statement, its)
            if found is not None:
                said = statement_said(*found, view.language)
                yield Generated(f"{section}-{statement}-{team}", about(*found), said)


def _statements(view: LandscapeView, section: SectionId) -> tuple[StatementId, ...]:
    """Those of the card, in the order of the card."""
    there = {s.id: s.number for o in view.outcomes if is_of_the_card(o) for s in o.statements}
    return tuple(s for s in sorted(there, key=lambda s: (there[s], s)) if section in outline().sections_of_statement(s))


def _last(statement: StatementId, its: tuple[WorkshopOutcome, ...]) -> tuple[StatementView, WorkshopOutcome] | None:
    seen = ((s, o) for o in its if is_of_the_card(o) for s in shown(o) if s.id == statement)
    return next(seen, None)


def fed_choices(view: LandscapeView, section: SectionId) -> Iterator[Generated]:
    """The thinking questions that say something about a section, as each team last answered them."""
    for question in outline().section(section).from_questions:
        for team, its in each_team(view):
            found = newest_with(question, its)
            if found is not None:
                choice, outcome = found
                evidence = Evidence("choice", choice.id, outcome.workshop)
                yield Generated(f"{section}-{question}-{team}", (evidence,), choice_said(*found, view))


def fed_options(view: LandscapeView, section: SectionId) -> Iterator[Generated]:
    """Quick answers that say something about a section by themselves, where somebody chose them."""
    for named in outline().section(section).from_options:
        question, _, option = named.partition(".")
        for team, its in each_team(view):
            found = newest_with(question, its)
            said = option_said(found[0], option, found[1], view.language) if found else ""
            if found and said:
                evidence = Evidence("choice", found[0].id, found[1].workshop)
                yield Generated(f"{section}-{question}-{option}-{team}", (evidence,), said)
