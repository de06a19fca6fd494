# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A database in a file of its own, and makers of ids, keys and codes that count."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from leerlandschap.database import bring_up_to_date, engine_for

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no look-alikes


def counting(form: str) -> Callable[[], str]:
    """A maker of unused words: the form with 1, 2, 3 … in it."""
    numbers = count(1)
    return lambda: form.format(next(numbers))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "leerlandschap.db"


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    made = engine_for(f"sqlite:///{file}")
    bring_up_to_date(made)
    yield made
    made.dispose()


def on_disk(engine: Engine, file: Path) -> bytes:
    """Every byte that the database has on disk once it is closed."""
    engine.dispose()
    return b"".join(path.read_bytes() for path in sorted(file.parent.iterdir()))
