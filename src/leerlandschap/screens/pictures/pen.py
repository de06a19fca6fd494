# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How marks are written: short numbers, escaped words, and smooth rings in as few characters as can be."""

from collections.abc import Iterable, Sequence

from markupsafe import escape

from leerlandschap.screens.pictures.words import UNWRITABLE

Point = tuple[float, float]

# The light palette, for a picture that stands by itself. On a page the classes overrule it (tokens.css).
INK, SOFT, PAPER, LINE, ACCENT = "#17202b", "#3d4650", "#f6f0e1", "#857a60", "#84114f"


def short(value: float) -> str:
    """One decimal at most: 12, 12.5, -3."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def clean(text: str) -> str:
    """For between or inside marks, whatever someone typed."""
    return str(escape(UNWRITABLE.sub("", text)))


def mark(name: str, inner: str = "", /, **at: str | float | None) -> str:
    """One element; class_ and stroke_width are written as SVG spells them, None is left out."""
    pairs = ((k.rstrip("_").replace("_", "-"), v) for k, v in at.items() if v is not None)
    attributes = "".join(f' {k}="{v if isinstance(v, str) else short(v)}"' for k, v in pairs)
    return f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"


def group(inner: str, /, **at: str | float | None) -> str:
    """Nothing when there is nothing in it."""
    return mark("g", inner, **at) if inner else ""


def letters(x: float, y: float, text: str, /, **at: str | float | None) -> str:
    return mark("text", clean(text), x=x, y=y, **at)


def steps(numbers: Iterable[int]) -> str:
    """Whole numbers with a space only where there is no minus sign."""
    return "".join(str(n) if n < 0 else f" {n}" for n in numbers).lstrip()


def smooth(points: Sequence[Point], grain: int) -> str:
    """A closed ring along the points, as quadratic curves, in whole steps of 1/grain.

    The ends of the curves lie halfway between the control points, so each control point is the one before mirrored in
    the end between them: SVG's `t`, two numbers a point. Rounding is carried along, or it would grow.
    """
    controls = _outward(points, grain)
    (x, y), (lx, ly) = controls[0], controls[-1]
    cx, cy = round(x), round(y)
    start = at = round((lx + x) / 2), round((ly + y) / 2)
    out = [cx - at[0], cy - at[1]]
    for tx, ty in controls[1:]:
        to = round((cx + tx) / 2), round((cy + ty) / 2)
        out += (to[0] - at[0], to[1] - at[1])
        cx, cy, at = 2 * to[0] - cx, 2 * to[1] - cy, to
    out += (start[0] - at[0], start[1] - at[1])
    return f"M{steps(start)}q{steps(out[:4])}t{steps(out[4:])}z"


def _outward(points: Sequence[Point], grain: int) -> list[Point]:
    """Control points a little outside the line, so that the curve runs along it rather than inside it."""
    g, before, out = grain * 0.125, points[-1], []
    for here, after in zip(points, (*points[1:], points[0]), strict=True):
        out.append((g * (10 * here[0] - before[0] - after[0]), g * (10 * here[1] - before[1] - after[1])))
        before = here
    return out
