# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What became of the letters to owners, as the writer of the policy may see it: never an address."""

import datetime
from enum import StrEnum

from msgspec import Struct


class LetterKind(StrEnum):
    INVITATION = "invitation"
    REMINDER = "reminder"
    OVERDUE = "overdue"


class LetterLine(Struct, frozen=True):
    """One letter about a follow-up to whoever owns it now. ``minutes`` is how long it still waits to be tried again,
    None when it was sent or given up; ``trouble`` is what went wrong last, in the words of the mail server."""

    kind: LetterKind
    made_on: datetime.date
    sent_on: datetime.date | None = None
    refused: bool = False  # by the mail server; False with trouble: it could not be reached
    trouble: str = ""
    minutes: int | None = None
