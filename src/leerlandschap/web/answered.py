# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What commands were answered, counted: no word of who asked what."""

from leerlandschap.core.vocabulary import Refusal
from leerlandschap.journal.spread import Spread
from leerlandschap.live.requests import Reply, Taken

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Answered:
    """Since the process started. ``seconds``: from a command being here until it was acknowledged as saved."""

    def __init__(self) -> None:
        self.seconds = Spread(SECONDS)
        self.refused: dict[Refusal, int] = {}

    @property
    def taken(self) -> int:
        return sum(self.seconds.counts)

    def note(self, reply: Reply, seconds: float) -> None:
        if isinstance(reply, Taken):
            self.seconds.note(seconds)
        else:
            self.refused[reply.code] = self.refused.get(reply.code, 0) + 1
