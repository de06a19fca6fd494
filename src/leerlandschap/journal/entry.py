# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One line of the record."""

import datetime

from msgspec import Struct

from leerlandschap.journal.codec import Event

HOUSE = "house"  # what the program does by itself


class Entry(Struct, frozen=True, gc=False):
    """What happened (event), in which stream and in which place (seq, from 1), when and by whom.

    ``by`` is a participant's id, a role, or HOUSE. ``asked`` is the key the command came with, so that the same command
    sent again after a restart is still known.
    """

    stream: str
    seq: int
    at: datetime.datetime
    by: str
    event: Event
    asked: str | None = None


class Batch(Struct, frozen=True, gc=False):
    """Entries of one stream that are written together or not at all; seq numbers without a gap."""

    entries: tuple[Entry, ...]


class Conflict(Exception):
    """Somebody else wrote to this stream first: read on and decide again."""


class NotSaved(Exception):
    """The database did not take it; nothing of it is written."""


class Unanswered(NotSaved):
    """The answer to the commit was lost: it is written, or it is not, or it will be. Read on before anything else."""
