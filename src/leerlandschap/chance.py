# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the house has of the world outside: the machine's clocks, and ids, keys and codes that nobody can guess.

Only ``compose`` hands them out.
"""

import datetime
import secrets
import time
from collections import deque

LETTERS = b"abcdefghijkmnpqrstuvwxyz23456789"  # 32 of them: five bits a letter
MADE_AT_ONCE = 128
FIVE_BITS = LETTERS * 8  # a letter for every byte, each as likely as the others
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without look-alikes, and without U against unlucky words


def machine_time() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def going_on() -> float:
    """Seconds that go on while the machine sleeps, where the system counts them (Linux)."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class Ids:
    """Ids nobody can guess: 80 random bits. They are made many at a time, because asking the system for its randomness
    for each of a thousand commands a second costs more than all the rest of deciding on them."""

    def __init__(self) -> None:
        self._made: deque[str] = deque()

    def __call__(self) -> str:
        while True:
            try:
                return self._made.popleft()
            except IndexError:
                letters = secrets.token_bytes(16 * MADE_AT_ONCE).translate(FIVE_BITS).decode()
                self._made.extend(letters[at : at + 16] for at in range(0, len(letters), 16))


fresh = Ids()


def fresh_key() -> str:
    """A capability key: 130 random bits."""
    return secrets.token_bytes(26).translate(FIVE_BITS).decode()


def fresh_code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(6))
