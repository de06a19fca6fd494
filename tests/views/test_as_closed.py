# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A workshop that is read back from its outcome says and draws what it said and drew itself."""

import pytest
from msgspec.structs import replace

from leerlandschap.core.landscape.outcome import ParkedOutcome
from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.core.workshop.playbook import Moment
from leerlandschap.screens import outcomes
from leerlandschap.screens.paper_picture import landscape_on_paper
from leerlandschap.views.as_closed import as_closed, statements
from leerlandschap.views.outcome import outcome_of
from tests.screens.played import at

CLOSED = at(Moment.CLOSED).seen_by(Role.LANDSCAPE)
OUTCOME = outcome_of(CLOSED, {})
READ_BACK = as_closed(OUTCOME, CLOSED.landscape, CLOSED.organisation)


@pytest.mark.parametrize("language", Language)
def test_it_says_of_every_statement_what_was_said(language: Language) -> None:
    def said(view: object) -> list[str]:
        return [outcomes.sentence(s, language, CLOSED.thresholds) for s in view.statements]  # type: ignore[attr-defined]

    assert said(READ_BACK) == said(CLOSED)
    assert any(said(READ_BACK))


@pytest.mark.parametrize("language", Language)
def test_it_fills_the_same_table_under_the_same_finding(language: Language) -> None:
    assert outcomes.table(READ_BACK, language) == outcomes.table(CLOSED, language)
    assert outcomes.headline(READ_BACK, language) == outcomes.headline(CLOSED, language)


@pytest.mark.parametrize("language", Language)
def test_it_draws_the_same_map(language: Language) -> None:
    assert landscape_on_paper(READ_BACK, language) == landscape_on_paper(CLOSED, language)


def test_what_was_parked_is_known_as_parked() -> None:
    first = OUTCOME.statements[0]
    parked = replace(OUTCOME, parked=(ParkedOutcome("statement", wording=first.name),))
    assert [s.id for s in statements(parked) if s.parked] == [first.id]
