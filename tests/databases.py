# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A new, empty database for a test, of either kind. PostgreSQL is started once for all tests that want it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from leerlandschap.database import bring_up_to_date, engine_for
from tests.postgres import Postgres, running

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running() as started:
        yield started


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, file: Path) -> str:
    """Of an empty database: a test that asks for it is played on both kinds."""
    return _empty(request, request.param, file)


@pytest.fixture
def one_more(request: pytest.FixtureRequest, address: str, tmp_path: Path) -> str:
    """The address of another empty database, of the same kind."""
    return _empty(request, address.partition(":")[0], tmp_path / "one-more.db")


def _empty(request: pytest.FixtureRequest, kind: str, file: Path) -> str:
    if kind == "sqlite":
        return f"sqlite:///{file}"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.database()


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """With today's tables in it."""
    made = engine_for(address)
    bring_up_to_date(made)
    yield made
    made.dispose()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Of the SQLite database, where there is one."""
    return tmp_path / "leerlandschap.db"
