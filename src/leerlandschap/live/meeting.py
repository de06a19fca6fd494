# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How two nodes that write to one stream stay out of each other's way. Figures measured: docs/decisions/0010."""

import asyncio
from collections.abc import Callable

PACE = 0.01  # seconds, on average, between two batches of ours while others write too
SHARED = 2.0  # seconds after which a stream that nobody else wrote to is ours alone again
BREATH = 0.002  # seconds
LONGEST_BREATH = 0.05


class Meeting:
    """Of one room; nothing waits as long as nobody else writes. ``dice`` fall from 0 to 1."""

    def __init__(self, dice: Callable[[], float]) -> None:
        self._dice = dice
        self._shared_until = 0.0
        self._next_batch = 0.0

    def met(self) -> None:
        """Somebody else wrote to this stream."""
        self._shared_until = asyncio.get_running_loop().time() + SHARED

    @property
    def is_shared(self) -> bool:
        """Whether others write to it too."""
        return self._shared_until > 0.0 and asyncio.get_running_loop().time() < self._shared_until

    async def keep_pace(self) -> None:
        """Before a batch of a stream that is shared: more goes into fewer batches, so that we meet less often."""
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self._next_batch - loop.time())
        self._next_batch = loop.time() + PACE * (0.5 + self._dice())

    async def take_a_breath(self, conflicts: int) -> None:
        """After so many conflicts on end: the first time nothing, then ever longer, and never twice the same. It comes
        before reading on: what was read is decided on at once, or it would be old again."""
        if conflicts > 1:
            await asyncio.sleep(min(LONGEST_BREATH, BREATH * 2**conflicts) * self._dice())
