# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole card on three real screens, by clicking and typing as people do."""

import pytest

from tests.browser.card.conftest import Gather, Open
from tests.browser.card.playing_outcomes import (
    answer_questions,
    close,
    consent,
    raise_points,
    read_the_summary,
    spend_dots_and_agree,
    write_principles,
)
from tests.browser.card.playing_statements import (
    come_in,
    nothing_shows_before_the_reveal,
    prepare,
    reveal_and_talk,
    shift_and_overrule,
    take_stances,
)
from tests.browser.card.table import BUDGET, Table


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_group_does_the_whole_card_on_three_screens(window: Open, gather: Gather, language: str) -> None:
    table = Table(
        language, gather, window("laptop", language), window("projector", language), window("phone", language)
    )
    prepare(table)
    come_in(table)
    take_stances(table)
    nothing_shows_before_the_reveal(table)
    reveal_and_talk(table)
    shift_and_overrule(table)
    raise_points(table)
    spend_dots_and_agree(table)
    answer_questions(table)
    write_principles(table)
    consent(table)
    close(table)
    read_the_summary(table)
    assert table.laptop.clicks <= BUDGET
