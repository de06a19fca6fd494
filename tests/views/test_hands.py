# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hands beside phones."""

from leerlandschap.core.measures import Tally
from leerlandschap.core.vocabulary import Role
from leerlandschap.core.workshop import events as e
from tests.cast import PEOPLE, S1, given, open_for_stances


def test_a_few_phones_cannot_be_told_from_many_hands() -> None:
    """Everybody sees the hands: with the hands taken off, what is left must still be enough people."""

    def shown(phones: int) -> object:
        stances = [who.took(S1, 1) for who in PEOPLE[:phones]]
        hands = e.HandsCounted(S1, Tally((0, 0, 0, 4, 4), 0))
        here = given(*open_for_stances(), *stances, hands, e.StatementsRevealed((S1,)))
        return here.seen_by(Role.FACILITATOR).statements[0].outcomes[0].counts

    assert shown(4) is None
    assert shown(5) == (5, 0, 0, 4, 4)
    assert shown(0) == (0, 0, 0, 4, 4)
