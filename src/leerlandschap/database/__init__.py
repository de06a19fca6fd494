# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Engines, tables and migrations, for SQLite and PostgreSQL alike."""

from leerlandschap.database.engine import engine_for
from leerlandschap.database.reach import Away
from leerlandschap.database.trouble import NewerDatabase, Trouble, UnusableDatabase
from leerlandschap.database.upgrade import bring_up_to_date

__all__ = ["Away", "NewerDatabase", "Trouble", "UnusableDatabase", "bring_up_to_date", "engine_for"]
