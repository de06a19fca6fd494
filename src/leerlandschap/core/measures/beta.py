# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The beta distribution and Gauss-Legendre quadrature, as far as certainty needs them."""

from collections.abc import Callable
from functools import cache
from math import cos, exp, lgamma, log, log1p, pi, sqrt

_TINY = 1e-300
_NEGLIGIBLE = -46.0  # natural logarithm of about 1e-20
_STEPS = 20_000  # the fraction needs of the order of sqrt(max(a, b)) steps


class Beta:
    """Beta(a, b) with a, b > 0. What depends on a and b only is reckoned once."""

    __slots__ = ("_log_scale", "a", "b")

    def __init__(self, a: float, b: float) -> None:
        self.a, self.b = a, b
        self._log_scale = lgamma(a + b) - lgamma(a) - lgamma(b)

    def density(self, x: float) -> float:
        """For 0 < x < 1."""
        return exp(self._log_scale + (self.a - 1) * log(x) + (self.b - 1) * log1p(-x))

    def above(self, x: float) -> float:
        """P(X >= x), the regularised incomplete beta function I(1 - x; b, a). Relative accuracy about 1e-12."""
        if x <= 0 or x >= 1:
            return 1.0 if x <= 0 else 0.0
        log_front = self._log_scale + self.a * log(x) + self.b * log1p(-x)
        left = x < (self.a + 1) / (self.a + self.b + 2)  # here the fraction of the left tail converges fast
        if log_front < _NEGLIGIBLE:
            return 1.0 if left else 0.0
        if left:
            return 1 - exp(log_front) * _fraction(self.a, self.b, x) / self.a
        return exp(log_front) * _fraction(self.b, self.a, 1 - x) / self.b

    def window(self) -> tuple[float, float]:
        """An interval outside which the probability is nothing: the mean and 10 + 30 / sqrt(a) deviations around.

        Without it all nodes of a quadrature over a fixed interval can miss the narrow peak of a large group.
        """
        total = self.a + self.b
        mean = self.a / total
        reach = (10 + 30 / sqrt(self.a)) * sqrt(mean * (1 - mean) / (total + 1))
        return max(0.0, mean - reach), min(1.0, mean + reach)


def integral(curve: Callable[[float], float], low: float, high: float) -> float:
    """Over low..high by Gauss-Legendre with 64 nodes; 0 when the interval is empty. The ends are never asked for."""
    if high <= low:
        return 0.0
    middle, half = (low + high) / 2, (high - low) / 2
    return half * sum(weight * curve(middle + half * node) for node, weight in gauss_legendre(64))


@cache
def gauss_legendre(count: int) -> tuple[tuple[float, float], ...]:
    """Nodes on -1..1 and their weights (DLMF 3.5.19 and table 3.5.1), made at first use."""
    return tuple(_node(count, cos(pi * (k + 0.75) / (count + 0.5))) for k in range(count))


def _node(count: int, x: float) -> tuple[float, float]:
    """The zero of the Legendre polynomial near x, by Newton's iteration, and its weight."""
    for _ in range(8):  # doubles its digits each time, from about four
        value, slope = _legendre(count, x)
        x -= value / slope
    slope = _legendre(count, x)[1]
    return x, 2 / ((1 - x * x) * slope * slope)


def _legendre(count: int, x: float) -> tuple[float, float]:
    """P_n(x) and its derivative, by the recurrence of DLMF 18.9.1 and 18.9.17."""
    before, value = 1.0, x
    for k in range(2, count + 1):
        before, value = value, ((2 * k - 1) * x * value - (k - 1) * before) / k
    return value, count * (before - x * value) / (1 - x * x)


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of DLMF 8.17.22 by the modified Lentz method (Thompson and Barnett 1986).

    Converges fast for x < (a + 1) / (a + b + 2). Raises ArithmeticError if it does not converge.
    """
    lower = 1 / ((1 - (a + b) * x / (a + 1)) or _TINY)
    upper, value = 1.0, lower
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        lower = 1 / ((1 + even * lower) or _TINY)
        upper = (1 + even / upper) or _TINY
        value *= lower * upper
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        lower = 1 / ((1 + odd * lower) or _TINY)
        upper = (1 + odd / upper) or _TINY
        value *= lower * upper
        if abs(lower * upper - 1) < 1e-13:
            return value
    raise ArithmeticError(f"no convergence for a = {a}, b = {b}, x = {x}")
