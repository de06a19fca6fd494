# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A database in a file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from leerlandschap.database import bring_up_to_date, engine_for


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "leerlandschap.db"


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    made = engine_for(f"sqlite:///{file}")
    bring_up_to_date(made)
    yield made
    made.dispose()
