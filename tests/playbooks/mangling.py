# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ways to mangle the card: cut, double, drop, swap and sprinkle."""

from importlib.resources import files

from hypothesis import strategies as st

CARD = files("leerlandschap.playbooks").joinpath("leerlandschap-verkennen.toml").read_text("utf-8")
LINES = CARD.split("\n")
MARKS = ["[", "]", "[[", '"', '"""', "'", "=", "#", ".", "\\", "{", "}", ","]
SPRINKLE = [*MARKS, "\0", "\r", "\n", "é", "1e999", "extends = 1\n"]


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """The card after one to three mishaps."""
    lines = [*LINES]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        way = draw(st.sampled_from(["drop", "double", "swap", "cut", "sprinkle"]))
        lines = mishap(lines, at, way, draw)
    return "\n".join(lines)


def mishap(lines: list[str], at: int, way: str, draw: st.DrawFn) -> list[str]:
    """The lines after one mishap at a place."""
    if way == "drop":
        return lines[:at] + lines[at + draw(st.integers(1, 12)) :] or [""]
    if way == "double":
        return lines[: at + 1] + lines[at:]
    if way == "swap":
        other = draw(st.integers(0, len(lines) - 1))
        lines[at], lines[other] = lines[other], lines[at]
        return lines
    within = draw(st.integers(0, len(lines[at])))
    if way == "cut":
        return [*lines[:at], lines[at][:within]]
    lines[at] = lines[at][:within] + draw(st.sampled_from(SPRINKLE)) + lines[at][within:]
    return lines
