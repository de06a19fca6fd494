# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What simulated people think, by seed: how a group is divided on each statement, and how each of them decides."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

Position = int | None  # 1..5, None for no opinion
Shares = tuple[float, float, float, float, float, float]  # of the positions 1..5 and of no opinion

POSITIONS: tuple[Position, ...] = (1, 2, 3, 4, 5, None)
AGREED: Shares = (0.0, 0.06, 0.10, 0.50, 0.34, 0.0)
DISAGREED: Shares = (0.40, 0.44, 0.08, 0.08, 0.0, 0.0)
TWO_CAMPS: Shares = (0.25, 0.20, 0.08, 0.27, 0.20, 0.0)
UNDECIDED: Shares = (0.04, 0.12, 0.50, 0.12, 0.04, 0.18)
SCATTERED: Shares = (0.12, 0.22, 0.24, 0.24, 0.10, 0.08)
LEANINGS = (DISAGREED, AGREED, TWO_CAMPS, UNDECIDED, SCATTERED)


def dice(*of: object) -> random.Random:
    """Dice of their own for each purpose, so that nothing depends on who comes first."""
    return random.Random("/".join(str(each) for each in of))


def opinions(people: int, statements: Sequence[str], seed: int) -> dict[str, list[Position]]:
    """What everybody thinks of every statement: always the same kinds of ground, each time on other statements."""
    thrown = dice(seed, "leanings")
    order: list[Shares] = []
    while len(order) < len(statements):
        order += thrown.sample(LEANINGS, len(LEANINGS))
    return {each: _allotted(shares, people, thrown) for each, shares in zip(statements, order, strict=False)}


def _allotted(shares: Shares, people: int, thrown: random.Random) -> list[Position]:
    """Positions in these shares as nearly as whole people allow (largest remainders), dealt out at random."""
    exact = [share * people for share in shares]
    whole = [int(each) for each in exact]
    by_rest = sorted(range(len(shares)), key=lambda at: whole[at] - exact[at])
    for at in by_rest[: people - sum(whole)]:
        whole[at] += 1
    dealt = [position for position, n in zip(POSITIONS, whole, strict=True) for _ in range(n)]
    thrown.shuffle(dealt)
    return dealt


def hands(position_shares: Sequence[Position], how_many: int, thrown: random.Random) -> list[int]:
    """How the hands of people without a phone fall: like those of somebody in the group."""
    counts = [0] * 5
    for _ in range(how_many):
        counts[(thrown.choice(position_shares) or 3) - 1] += 1
    return counts


def after_talking(position: Position, pull: int, thrown: random.Random) -> Position:
    """Most stay; some follow the pull of the talk (+1 or -1) a step, a few go against it or further; no opinion may
    become one."""
    if position is None:
        return thrown.choice((None, 3, 3 + pull))
    step = thrown.choices((0, pull, 2 * pull, -pull), (64, 24, 6, 6))[0]
    return min(5, max(1, position + step))


def choice(question: Mapping[str, Any], thrown: random.Random) -> str | list[str] | dict[str, int]:
    """An answer to a thinking question, in the form it asks for."""
    options: list[str] = [each["id"] for each in question["options"]]
    if question["kind"] == "one":
        return thrown.choices(options, [2 if 0 < at < len(options) - 1 else 1 for at in range(len(options))])[0]
    if question["kind"] == "some":
        return thrown.sample(options, thrown.randint(1, min(question["most"], len(options))))
    divided: dict[str, int] = {}
    for option in thrown.choices(options, k=question["most"]):
        divided[option] = divided.get(option, 0) + 1
    return divided


def spent(points: Sequence[str], dots: int, thrown: random.Random) -> dict[str, int]:
    """Dots over points; those higher in the list draw more, so that something comes out on top."""
    weights = [1 / (2 + at) for at in range(len(points))]
    found: dict[str, int] = {}
    for point in thrown.choices(points, weights, k=dots):
        found[point] = found.get(point, 0) + 1
    return found


def consent(contested: bool, thrown: random.Random) -> str:
    """What somebody says to a principle; a contested one meets objections."""
    weights = (5, 3, 2) if contested else (8, 3, 0)
    return thrown.choices(("agree", "can_live_with", "object"), weights)[0]
