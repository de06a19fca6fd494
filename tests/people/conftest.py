# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makers of ids, keys and codes that count, and what is left on a disk."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no look-alikes


def counting(form: str) -> Callable[[], str]:
    """A maker of unused words: the form with 1, 2, 3 … in it."""
    numbers = count(1)
    return lambda: form.format(next(numbers))


in_a_file = pytest.mark.parametrize("address", ["sqlite"], indirect=True)  # PostgreSQL frees bytes in its own time


def on_disk(engine: Engine, file: Path) -> bytes:
    """Every byte that the database has on disk once it is closed."""
    engine.dispose()
    return b"".join(path.read_bytes() for path in sorted(file.parent.iterdir()))
