# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A command of a landscape on its way, and what becomes of it."""

from leerlandschap.core import asking
from leerlandschap.core.asking import trimmed, trimmed_each
from leerlandschap.core.landscape.commands import Command
from leerlandschap.core.landscape.events import Event
from leerlandschap.core.vocabulary import Refused

__all__ = ["NOTHING_NEW", "Ask", "Decision", "trimmed", "trimmed_each"]

Ask = asking.Ask[Command]
Decision = tuple[Event, ...] | Refused

NOTHING_NEW: tuple[Event, ...] = ()  # asked twice is once
