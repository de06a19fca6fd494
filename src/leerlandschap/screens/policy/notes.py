# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The evidence behind sentences, as numbered notes: each thing once, in the order in which it is first named."""

from collections.abc import Iterable

from leerlandschap.screens.policy.evidence import place_of, words_of
from leerlandschap.screens.policy.shapes import Evidence, PolicyNote
from leerlandschap.views.landscape_shapes import LandscapeView


class Notes:
    """Numbers evidence while a policy is put together. Raises LookupError for evidence that does not exist."""

    def __init__(self, view: LandscapeView) -> None:
        self._view = view
        self._notes: dict[Evidence, PolicyNote] = {}

    def numbers(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """What rests on the outline has no number: it is the same in every policy."""
        return tuple(dict.fromkeys(self._number(each) for each in evidence if each.kind != "outline"))

    def _number(self, each: Evidence) -> int:
        if each not in self._notes:
            number = len(self._notes) + 1
            self._notes[each] = PolicyNote(number, words_of(each, self._view), place_of(each, self._view))
        return self._notes[each].number

    @property
    def listed(self) -> tuple[PolicyNote, ...]:
        return tuple(self._notes.values())
