# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""So many a second, to everybody together: nobody's address has to be kept for it."""

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
