# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guessing join codes: wrong ones of everybody together are limited, and nobody who scans has to wait for that."""

import asyncio
import datetime
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import msgspec

from leerlandschap.chance import CODE_LETTERS
from leerlandschap.compose import Building
from leerlandschap.settings import Settings
from leerlandschap.web.app import app
from leerlandschap.web.opening import CODE_LENGTH, WRONG_A_SECOND
from leerlandschap.web.pace import Allowance

MORNING = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)
HOUR = 3600
NEW = {"title": "Leren", "organisation": "Gemeente Westerveen"}


class House:
    """A whole house in this process, with a clock that stands still and place for three wrong codes."""

    def __init__(self, building: Building) -> None:
        self.now = MORNING
        house = msgspec.structs.replace(building.house(), wrong_codes=Allowance(3, 1.0), now=lambda: self.now)
        transport = httpx.ASGITransport(app(house, building.close))
        self.client = httpx.AsyncClient(transport=transport, base_url="http://house")

    async def tries(self, code: str) -> int:
        return (await self.client.post("/api/v1/join", json={"code": code})).status_code


def lived_in(tmp_path: Path, story: Callable[[House], Awaitable[None]]) -> None:
    building = Building(Settings(data=tmp_path))

    async def lived() -> None:
        house = House(building)
        async with house.client:
            await asyncio.wait_for(story(house), 30)

    asyncio.run(lived())
    building.close()


async def opened(house: House) -> tuple[str, str]:
    """A code, and the address in the QR code."""
    made = (await house.client.post("/api/v1/workshops", json=NEW)).json()
    return made["code"], made["urls"]["join"]


def test_a_guesser_learns_nothing_more_once_too_many_were_wrong(tmp_path: Path) -> None:
    async def story(house: House) -> None:
        code, _ = await opened(house)
        assert [await house.tries(wrong) for wrong in ("222222", "333333", "444444")] == [404, 404, 404]
        assert [await house.tries(each) for each in ("555555", code)] == [429, 429]
        house.now += SECOND
        assert [await house.tries(each) for each in (code, "555555", "666666", code)] == [201, 404, 429, 429]

    lived_in(tmp_path, story)


def test_a_thousand_guesses_at_the_same_moment_are_no_way_around_it(tmp_path: Path) -> None:
    async def story(house: House) -> None:
        guesses = await asyncio.gather(*(house.tries(f"{number:06}".replace("0", "A")) for number in range(1000)))
        assert (guesses.count(404), guesses.count(429)) == (3, 997)

    lived_in(tmp_path, story)


def test_a_whole_office_behind_one_address_comes_in_at_once(tmp_path: Path) -> None:
    async def story(house: House) -> None:
        code, _ = await opened(house)
        assert await house.tries(code) == 201
        assert await asyncio.gather(*(house.tries(code) for _ in range(100))) == [201] * 100

    lived_in(tmp_path, story)


def test_whoever_scans_comes_in_while_codes_are_guessed(tmp_path: Path) -> None:
    async def story(house: House) -> None:
        code, address = await opened(house)
        for wrong in ("222222", "333333", "444444"):
            await house.tries(wrong)
        typed = await house.client.post("/join", data={"code": code}, headers={"accept-language": "en"})
        assert typed.status_code == 429
        assert "Scan the QR code on the screen, or try again in a minute." in typed.text
        page = await house.client.get(address)
        found = re.search(r'name="code" value="([^"]+)"', page.text)
        assert found is not None
        assert (await house.client.post("/join", data={"code": found[1]})).status_code == 303
        assert (await house.client.get(f"/j/{code}.000000000000")).status_code != 200

    lived_in(tmp_path, story)


def test_a_link_with_only_a_code_is_a_guess_too(tmp_path: Path) -> None:
    async def story(house: House) -> None:
        code, _ = await opened(house)
        answers = [await house.client.get(f"/j/{each}") for each in ("222222", "333333", "444444", code)]
        assert [each.status_code for each in answers] == [404, 404, 404, 429]

    lived_in(tmp_path, story)


def test_what_is_spent_comes_back_and_never_more_than_there_was() -> None:
    allowance = Allowance(2, 0.5)
    moments = (0, 0, 0, 1, 2, 3, 1000, 1000, 1000)
    seen = []
    for moment in moments:
        seen.append(allowance.is_left(MORNING + moment * SECOND))
        if seen[-1]:
            allowance.spend()
    assert seen == [True, True, False, False, True, False, True, True, False]
    assert not allowance.is_left(MORNING)  # a clock that is set back


def test_the_odds_are_what_the_security_page_says() -> None:
    """How long it takes on average, guessing without a pause, in hours and in years."""
    codes = len(set(CODE_LETTERS)) ** CODE_LENGTH
    assert codes == 729_000_000
    into_one_of_a_thousand = codes / 1000 / WRONG_A_SECOND / HOUR
    into_a_given_one = codes / WRONG_A_SECOND / HOUR / 24 / 365
    assert (round(into_one_of_a_thousand), round(into_a_given_one, 1)) == (40, 4.6)
    said = (Path(__file__).parents[2] / "SECURITY.md").read_text()
    assert "729 million" in said
    assert "40 hours" in said
    assert "4.6 years" in said
