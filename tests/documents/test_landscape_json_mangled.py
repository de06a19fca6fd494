# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever file somebody has read in: it is a landscape that can be looked at, or it is refused with its reason."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from leerlandschap.core.landscape.evolve import evolve
from leerlandschap.core.vocabulary import Role
from leerlandschap.documents.landscape_json import Unreadable, landscape_entries
from leerlandschap.screens.gallery_landscape import NOW
from leerlandschap.views.landscape import landscape_view
from tests.documents.test_landscape_json import exported

WHOLE: dict[str, Any] = json.loads(exported())
TEXT = exported()
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, "", 0, -1, 2**70, 1.5, True, [], {}, "x" * 5000, "\ud800", "2026-13-45", [[]], {"a": 1}]
)


def looked_at(file: bytes) -> None:
    """Raises nothing."""
    try:
        entries, names = landscape_entries(file)
    except Unreadable:
        return
    state = None
    for each in entries:
        state = evolve(state, each.event, each.at, each.by)  # type: ignore[arg-type]
    assert state is not None
    landscape_view(state, Role.LANDSCAPE, "", NOW, names)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where something stands in it."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for name, part in parts for place in places(part, (*path, name)))]


PLACES = places(WHOLE)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES[1:]), ODD, st.booleans()), min_size=1, max_size=3))
def test_with_something_else_in_its_place_or_gone(changes: list[tuple[tuple[Any, ...], Any, bool]]) -> None:
    whole = json.loads(TEXT)
    for (*way, last), odd, goes in changes:
        inside = whole
        try:
            for step in way:
                inside = inside[step]
            if goes:
                del inside[last]
            else:
                inside[last] = odd
        except (LookupError, TypeError):  # an earlier change took it away
            continue
    looked_at(json.dumps(whole).encode("utf-8", "surrogatepass"))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(TEXT)), st.integers(0, 40), st.binary(max_size=8))
def test_with_bytes_cut_out_or_put_in(at: int, gone: int, more: bytes) -> None:
    looked_at(TEXT[:at] + more + TEXT[at + gone :])


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_junk(file: bytes) -> None:
    looked_at(file)
