# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What simulated people write, from the texts of the demo."""

import random
from functools import cache

from leerlandschap.core.vocabulary import Language
from leerlandschap.text import catalogue


@cache
def pool(area: str, language: Language) -> dict[str, str]:
    """The texts directly under ``demo.<area>``, by their own name, in the order of the file."""
    before = f"demo.{area}."
    found = {key.removeprefix(before): text for key, text in catalogue(language).items() if key.startswith(before)}
    return {name: text for name, text in found.items() if "." not in name}


@cache
def sets(area: str, language: Language) -> tuple[dict[str, str], ...]:
    """The tables under ``demo.<area>``, each with its texts, in the order of the file."""
    before = f"demo.{area}."
    keys = (key.removeprefix(before) for key in catalogue(language) if key.startswith(before))
    names = dict.fromkeys(key.partition(".")[0] for key in keys)
    return tuple(pool(f"{area}.{name}", language) for name in names)


def points(language: Language, how_many: int, dice: random.Random) -> list[tuple[str, str, str]]:
    """Points to raise, each as kind, name of the statement it is about (``any`` for none) and text.

    All different as long as there are enough; after that people say the same, as people do.
    """
    known = [
        (kind, name.partition("_")[0], text)
        for kind in ("unclear", "contradictory")
        for name, text in pool(f"point.{kind}", language).items()
    ]
    found: list[tuple[str, str, str]] = []
    while len(found) < how_many:
        found += dice.sample(known, len(known))
    return found[:how_many]


def motivation(language: Language, statement: str, position: int | None, dice: random.Random) -> str:
    """A reason that fits a position on a statement."""
    side = "between" if position in (None, 3) else "agree" if position in (4, 5) else "disagree"
    known = pool(f"motivation.{statement}.{side}", language) or pool(f"motivation.any.{side}", language)
    return dice.choice(list(known.values()))
