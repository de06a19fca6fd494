# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is agreed for one workshop when it opens and never changes after: thresholds and limits.

They are settings of the installation, copied into the first event, so that a replay gives the same outcome for ever
and every outcome can be printed with the thresholds it was reached by.
"""

from msgspec import Struct

from leerlandschap.core.measures import Thresholds


class Limits(Struct, frozen=True):
    """Longest texts, in characters, and largest numbers that one person or one workshop may fill."""

    title: int = 120
    name: int = 32
    sentence: int = 400
    text: int = 1000
    owner: int = 80
    fill: int = 60
    statements: int = 30
    points: int = 20
    principles: int = 20
    insights: int = 20
    boundaries: int = 20
    parked: int = 50  # thoughts in words
    participants: int = 20_000


class Terms(Struct, frozen=True):
    """Thresholds of measures.py, limits, and how many dots a person may spend."""

    thresholds: Thresholds = Thresholds()
    limits: Limits = Limits()
    dots: int = 3
