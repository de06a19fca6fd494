# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clock of the house: the machine's, except that it does not jump in the middle of a meeting.

A clock that is set an hour on would tell a group that it has used an hour more. While people are in a workshop with a
running clock, time is therefore counted from a clock that only goes on; what the machine's clock says is taken over
once nobody is. Small corrections, as a time server makes them all day, are followed at once.
"""

import datetime
import logging
from collections.abc import Callable

SMALL = datetime.timedelta(seconds=1)
log = logging.getLogger(__name__)


class Clock:
    """``machine`` gives the moment the machine thinks it is, ``going_on`` seconds that never jump, also not over a
    night's sleep of the machine."""

    def __init__(self, machine: Callable[[], datetime.datetime], going_on: Callable[[], float]) -> None:
        self._machine = machine
        self._going_on = going_on
        self._jumped = False
        self._from, self._since = machine(), going_on()

    def now(self) -> datetime.datetime:
        said = self._machine()
        counted = self._from + datetime.timedelta(seconds=self._going_on() - self._since)
        if abs(said - counted) <= SMALL:
            self._jumped = False
            self._from, self._since = said, self._going_on()
            return said
        if not self._jumped:
            log.warning("the clock of this machine jumped by %s; a running workshop does not follow it", said - counted)
        self._jumped = True
        return counted

    def take_over(self) -> None:
        """Whatever the machine says now is right."""
        self._from, self._since = self._machine(), self._going_on()
