# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes into a room, and what it answers."""

from msgspec import Struct

from leerlandschap.core.landscape.commands import Command as LandscapeCommand
from leerlandschap.core.vocabulary import Refusal, Refused, Role
from leerlandschap.core.workshop.commands import Command as WorkshopCommand


class Wanted(Struct, frozen=True, gc=False):
    """A command with who asks it. ``key`` is the idempotency key, ``digest`` a short one of the command itself."""

    command: WorkshopCommand | LandscapeCommand
    role: Role
    by: str
    key: str | None = None
    digest: str = ""

    @property
    def asked(self) -> str | None:
        """What the journal keeps, so that the same request is known again after a restart."""
        return f"{self.key}#{self.digest}" if self.key else None


class Taken(Struct, frozen=True, gc=False):
    """It is durable (or was so already); ``seq`` is how far the stream has come."""

    seq: int


Reply = Taken | Refused


Known = dict[tuple[str, str], tuple[str, int]]  # requests that were taken, by who and key: the digest, and how far


def taken_before(wanted: Wanted, *known: Known) -> Reply | None:
    """The answer to a request that was taken before; a key may not be used for something else."""
    if not wanted.key:
        return None
    for each in known:
        if before := each.get((wanted.by, wanted.key)):
            return Taken(before[1]) if before[0] == wanted.digest else Refused(Refusal.KEY_REUSED)
    return None
