# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever has the link to one follow-up sees that one, and nothing of another: not in the view, not on the page.

The landscape of the gallery is a year old and full: whatever could leak stands in it.
"""

from collections.abc import Iterator

import msgspec
import pytest
from msgspec.structs import replace

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.landscape.follow_up import follow_up_page
from leerlandschap.screens.page import Page
from leerlandschap.views.disclosure import owners_part
from leerlandschap.views.landscape_shapes import LandscapeView

NL = Language.NL
WHOLE = replace(example(NL), role=Role.OWNER)
IDS = [line.id for line in WHOLE.follow_ups]


def texts(told: object) -> Iterator[str]:
    """Every text in a view, at whatever depth."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for name, each in told.items():
            yield name
            yield from texts(each)
    elif isinstance(told, list):
        for each in told:
            yield from texts(each)


def seen(view: object) -> set[str]:
    return set(texts(msgspec.json.decode(msgspec.json.encode(view))))


def may_see(follow_up: str) -> set[str]:
    """What belongs to this follow-up, and the words of the principles that stand."""
    line = WHOLE.follow_up(follow_up)
    assert line is not None
    names = set(LandscapeView.__struct_fields__)
    own = seen([line, [WHOLE.finding(each) for each in line.findings]])
    workshop = seen([each for each in WHOLE.workshops if each.id == line.workshop])
    bare = [replace(p, wordings=(), sources=(), findings=(), open_findings=(), reason="") for p in WHOLE.principles]
    frame = {WHOLE.organisation, WHOLE.landscape, WHOLE.today.isoformat(), "owner", "nl", "concept"}
    return names | own | workshop | seen([each for each in bare if each.stands]) | frame


@pytest.mark.parametrize("follow_up", IDS)
def test_an_owner_sees_their_own_follow_up_and_the_principles_and_nothing_else(follow_up: str) -> None:
    assert seen(owners_part(WHOLE, follow_up)) - may_see(follow_up) == set()
    assert len(seen(WHOLE) - may_see(follow_up)) > 100  # so much could have leaked


@pytest.mark.parametrize("follow_up", IDS)
def test_the_page_of_an_owner_says_nothing_of_another_follow_up(follow_up: str) -> None:
    html = follow_up_page(
        Page(NL, "https://leren.example", "/"), owners_part(WHOLE, follow_up), {"follow_up": follow_up}
    )
    others = [line for line in WHOLE.follow_ups if line.id != follow_up]
    hidden = {line.text for line in others} | {line.about for line in others}
    hidden |= {f.text for f in WHOLE.findings if f.follow_up != follow_up}
    hidden |= {passage.text for passage in WHOLE.passages if passage.text} | {
        boundary.text for boundary in WHOLE.boundaries
    }
    hidden |= {words for o in WHOLE.outcomes for p in o.principles for words in p.reservations}
    assert len(hidden) > 10
    assert [words for words in sorted(hidden) if words in str(html)] == []


@pytest.mark.parametrize("follow_up", IDS)
def test_what_an_owner_may_not_see_makes_no_difference(follow_up: str) -> None:
    """Two landscapes that differ only in the rest look the same, to the byte."""
    others = tuple(
        line if line.id == follow_up else replace(line, text="anders", owner="Iemand", reason="anders")
        for line in WHOLE.follow_ups
    )
    findings = tuple(f if f.follow_up == follow_up else replace(f, text="anders") for f in WHOLE.findings)
    changed = replace(
        WHOLE, follow_ups=others, findings=findings, passages=(), boundaries=(), outcomes=(), scope="anders"
    )
    assert msgspec.json.encode(changed) != msgspec.json.encode(WHOLE)
    assert msgspec.json.encode(owners_part(changed, follow_up)) == msgspec.json.encode(owners_part(WHOLE, follow_up))


def test_a_link_to_what_is_not_there_shows_no_follow_up() -> None:
    part = owners_part(WHOLE, "f-nowhere")
    assert (part.follow_ups, part.findings, part.workshops) == ((), (), ())
    assert follow_up_page(Page(NL, "https://leren.example", "/"), part, {"follow_up": IDS[0]}) is None
