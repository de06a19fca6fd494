# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""So many a second, to or of everybody together: nobody's address has to be kept for it."""

import datetime

SECOND = datetime.timedelta(seconds=1)


class Pace:
    """Counts within a second, and begins anew with the next."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._began: datetime.datetime | None = None
        self._admitted = 0

    def admits(self, now: datetime.datetime) -> bool:
        if self._began is None or not self._began <= now < self._began + SECOND:
            self._began, self._admitted = now, 0
        self._admitted += 1
        return self._admitted <= self._most


class Allowance:
    """So many at once, and from then on so many a second: what is spent comes back slowly."""

    def __init__(self, most: int, a_second: float) -> None:
        self._most = most
        self._a_second = a_second
        self._left = float(most)
        self._at: datetime.datetime | None = None

    def is_left(self, now: datetime.datetime) -> bool:
        """A clock that is set back brings nothing back, and takes nothing."""
        passed = max((now - self._at) / SECOND, 0.0) if self._at else 0.0
        self._left = min(self._left + passed * self._a_second, self._most)
        self._at = now
        return self._left >= 1

    def spend(self) -> None:
        self._left = max(self._left - 1, 0.0)

    def give_back(self) -> None:
        """It was spent on nothing."""
        self._left = min(self._left + 1, self._most)
