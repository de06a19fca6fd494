# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record: append, read. What is written stays; old shapes are lifted to today's when they are read."""

from leerlandschap.journal.entry import Batch, Conflict, Entry, NotSaved, Unanswered
from leerlandschap.journal.sql import Journal

__all__ = ["Batch", "Conflict", "Entry", "Journal", "NotSaved", "Unanswered"]
