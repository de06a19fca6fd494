# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clock as a bar: how the minutes are divided, what is spent, what one step borrowed from a later one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup

from leerlandschap.screens.pictures.pen import clean, mark, short

LENGTH, TALL = 398.0, 22.0  # inside the outline
STROKE = 6.0  # from one stroke of the hatch to the next


@dataclass(frozen=True, slots=True)
class ClockStep:
    """In minutes. `borrowed`: above 0 what it took from a later step, below 0 what it gave. The step lasts both."""

    minutes: float
    spent: float
    borrowed: float

    @property
    def lasts(self) -> float:
        return max(0.0, self.minutes + self.borrowed)


def draw_clock(steps: Sequence[ClockStep], label: str) -> Markup:
    """One bar for the whole; `label` is read out. A step that runs over fills its own part and no more."""
    total = sum(step.lasts for step in steps) or 1.0
    ends = [1 + LENGTH * end / total for end in accumulate((step.lasts for step in steps), initial=0.0)]
    unit = LENGTH / total
    inner = mark("rect", class_="ll-clock__bed", x=1, y=1, width=LENGTH, height=TALL)
    inner += _path("ll-clock__lent", (_lent(step, end, unit) for step, end in zip(steps, ends[1:], strict=True)))
    for step, start in zip(steps, ends, strict=False):
        if spent := min(max(0.0, step.spent), step.lasts):
            inner += mark("rect", class_="ll-clock__spent", x=start, y=1, width=spent * unit, height=TALL)
    inner += _path("ll-clock__edge", (f"M{short(end)} 1v22" for end in ends[1:-1]))
    return Markup(  # noqa: S704 - the label passed through pen.clean
        mark("svg", inner, viewBox="0 0 400 24", role="img", aria_label=clean(label))
    )


def _path(class_: str, parts: Iterable[str]) -> str:
    d = "".join(parts)
    return mark("path", class_=class_, d=d) if d else ""


def _lent(step: ClockStep, end: float, unit: float) -> str:
    """Hatched: the borrowed end of a step. What is spent covers it."""
    width = min(max(0.0, step.borrowed), step.lasts) * unit
    left, out, x = end - width, "", end - width + 1
    while x < end - 1:
        rise = min(10.0, end - 1 - x)
        out += f"M{short(x)} 21l{short(rise)}-{short(rise * 1.8)}"
        x += STROKE
    return out if left < end else ""
