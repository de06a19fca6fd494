# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether people can be sent here: the database answers, and nobody is leaving."""

import asyncio
import threading
from pathlib import Path

import pytest

from leerlandschap.core.vocabulary import Refusal, Refused
from leerlandschap.database import Away, bring_up_to_date, engine_for
from leerlandschap.database.reach import knock
from leerlandschap.web import readiness
from leerlandschap.web.readiness import Readiness

NOT_READ, LEAVING = Refused(Refusal.NOT_READ), Refused(Refusal.LEAVING)


class Database:
    """It answers, is away, or hangs until it is let go; and counts who knocked."""

    def __init__(self) -> None:
        self.is_away = False
        self.goes_on = threading.Event()
        self.goes_on.set()
        self.knocks = 0

    def knock(self) -> None:
        self.knocks += 1
        self.goes_on.wait(10)
        if self.is_away:
            raise Away("gone")


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "WITHIN", 0.1)
    monkeypatch.setattr(readiness, "HOLDS", 0.2)


def test_it_is_ready_while_its_database_answers_and_not_while_that_is_away() -> None:
    async def story() -> list[Refused | None]:
        database = Database()
        here = Readiness(database.knock)
        said = [await here.refused()]
        database.is_away = True
        await asyncio.sleep(0.3)
        said.append(await here.refused())
        database.is_away = False
        await asyncio.sleep(0.3)
        return [*said, await here.refused()]

    assert asyncio.run(story()) == [None, NOT_READ, None]


def test_whoever_leaves_is_not_ready_and_asks_nobody() -> None:
    async def story() -> tuple[Refused | None, int]:
        database = Database()
        here = Readiness(database.knock)
        here.leave()
        return await here.refused(), database.knocks

    assert asyncio.run(story()) == (LEAVING, 0)


def test_many_who_ask_a_database_that_hangs_cost_one_thread_and_hear_in_time() -> None:
    async def story() -> tuple[list[Refused | None], int, Refused | None]:
        database = Database()
        database.goes_on.clear()
        here = Readiness(database.knock)
        said = await asyncio.gather(*(here.refused() for _ in range(50)))
        said += await asyncio.gather(*(here.refused() for _ in range(50)))
        knocks = database.knocks
        database.goes_on.set()
        await asyncio.sleep(0.1)
        return said, knocks, await here.refused()

    assert asyncio.run(story()) == ([NOT_READ] * 100, 1, None)


def test_whoever_asks_often_does_not_keep_the_database_busy() -> None:
    async def story() -> int:
        database = Database()
        here = Readiness(database.knock)
        for _ in range(100):
            assert await here.refused() is None
        return database.knocks

    assert asyncio.run(story()) < 100


def test_a_database_without_our_tables_or_without_its_folder_does_not_answer(tmp_path: Path) -> None:
    whole = engine_for(f"sqlite:///{tmp_path / 'whole.db'}")
    bring_up_to_date(whole)
    knock(whole)
    for address in (tmp_path / "empty.db", tmp_path / "nowhere" / "there.db"):
        other = engine_for(f"sqlite:///{address}")
        with pytest.raises(Away):
            knock(other)
        other.dispose()
    whole.dispose()
