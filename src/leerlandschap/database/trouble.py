# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a database cannot be used. The sentences are the command line's: ``cli.database.<trouble>``."""

from enum import StrEnum


class Trouble(StrEnum):
    """What is wrong with it; ``facts`` of the exception fill in its sentence."""

    WRONG_ADDRESS = "wrong_address"  # {reason}
    UNREACHABLE = "unreachable"  # {reason}
    NOT_LET_IN = "not_let_in"  # {reason}
    TOO_OLD = "too_old"  # {found}, {least}
    READ_ONLY = "read_only"
    NO_RIGHTS = "no_rights"  # {user}
    NOT_UTF8 = "not_utf8"  # {found}
    LOCKED = "locked"


class UnusableDatabase(Exception):
    """The database behind the address given cannot be the journal of this installation."""

    def __init__(self, trouble: Trouble, **facts: str | int) -> None:
        super().__init__(f"{trouble}: {facts}")
        self.trouble = trouble
        self.facts = facts


class NewerDatabase(Exception):
    """The database was written by a newer version of the program."""

    def __init__(self, found: str, today: str) -> None:
        super().__init__(f"the database has shape {found}, this version knows up to {today}")
        self.found = found
