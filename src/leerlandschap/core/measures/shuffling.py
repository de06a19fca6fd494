# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers that look drawn by lot and are the same for the same seed, so that a p-value can be reckoned again."""

_WORD = (1 << 64) - 1
_TO_PART = 2.0**-53


class SplitMix64:
    """Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators"; Vigna's splitmix64.c.

    Good enough to shuffle with, period 2 to the 64th; not for secrets. Of a seed only the lowest 64 bits count.
    """

    __slots__ = ("_state",)

    def __init__(self, seed: int) -> None:
        self._state = seed & _WORD

    def word(self) -> int:
        """64 bits."""
        self._state = z = (self._state + 0x9E3779B97F4A7C15) & _WORD
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _WORD
        return z ^ (z >> 31)

    def below(self, count: int) -> int:
        """0..count - 1, for 0 < count. Even, but for one part in 2 to the 64th over `count`."""
        return (self.word() * count) >> 64

    def part(self) -> float:
        """Strictly between 0 and 1."""
        return ((self.word() >> 11) + 0.5) * _TO_PART
