# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The writing coach over real HTTP: advice for whoever may see a form, and within bounds for everybody."""

import asyncio
import datetime
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from leerlandschap.compose import Building
from leerlandschap.settings import Settings
from leerlandschap.web.app import app
from leerlandschap.web.coach import LONGEST
from leerlandschap.web.pace import Pace
from tests.server import Server, serving

MORNING = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)
ALLOWED = "voldoende, synergie"
HEDGED = "Elk team betaalt misschien <b>elke</b> cursus, met voldoende synergie."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    allows = {"LEERLANDSCHAP_COACH_ALLOWS": ALLOWED}
    with serving(tmp_path_factory.mktemp("coach"), environment=allows) as server:
        yield server


def ask(server: Server, text: str, language: str = "nl", ignored: str = "", **headers: str) -> httpx.Response:
    sent = {"text": text} | ({"ignored": ignored} if ignored else {})
    return httpx.post(f"{server.url}/coach?language={language}", data=sent, headers=headers, timeout=20)


def test_advice_comes_as_a_piece_of_a_page_in_the_language_of_the_field(server: Server) -> None:
    answer = ask(server, HEDGED)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert "Schrap &#39;misschien&#39;, of zeg wanneer het wel en niet geldt." in answer.text
    assert "<html" not in answer.text
    assert "Drop &#39;perhaps&#39;" in ask(server, "Each team pays perhaps half.", "en").text


def test_what_was_typed_is_text_and_never_html(server: Server) -> None:
    said = ask(server, HEDGED).text
    assert "<b>" not in said
    assert "<mark>misschien</mark> &lt;b&gt;elke" in said


def test_what_the_organisation_allows_and_what_is_ignored_is_left_out(server: Server) -> None:
    assert "voldoende&#39;" not in ask(server, HEDGED).text
    assert ask(server, HEDGED, ignored="R2:misschien").status_code == 204


@pytest.mark.parametrize(
    "text", ["", "   ", "Elke", "Elke medewerker leert", "Elke medewerker leert vier uur per maand."]
)
def test_where_there_is_nothing_to_say_or_not_yet_nothing_comes(server: Server, text: str) -> None:
    answer = ask(server, text)
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize(
    "elsewhere", [{"sec-fetch-site": "cross-site"}, {"origin": "https://elsewhere.example"}], ids=["fetch", "origin"]
)
def test_another_site_gets_nothing(server: Server, elsewhere: dict[str, str]) -> None:
    answer = ask(server, HEDGED, **elsewhere)
    assert (answer.status_code, answer.json()["refusal"]) == (403, "cross_site")


def test_it_is_no_place_for_long_texts(server: Server) -> None:
    long, endless = ask(server, "é" * (LONGEST + 1)), ask(server, "woord " * 10_000)
    assert (long.status_code, long.json()["refusal"]) == (422, "text_too_long")
    assert (endless.status_code, endless.json()["refusal"]) == (413, "too_large")
    assert ask(server, "日日日 " * (LONGEST // 4)).status_code == 200


def test_what_cannot_be_read_is_refused(server: Server) -> None:
    answer = httpx.post(f"{server.url}/coach", content=b"\xff\xfe", timeout=20)
    assert (answer.status_code, answer.json()["refusal"]) == (400, "malformed")
    assert httpx.post(f"{server.url}/coach", content=b"text=\x00%ff%00&&&=", timeout=20).status_code == 204


def test_a_language_we_do_not_speak_is_the_language_of_the_reader(server: Server) -> None:
    said = ask(server, "Each team pays perhaps half.", "fr", **{"accept-language": "en"})
    assert "Drop &#39;perhaps&#39;" in said.text


def test_nothing_of_it_is_written_down(server: Server) -> None:
    secret = "Elk team betaalt misschien voor Annabel van Zuylen."
    assert ask(server, secret).status_code == 200
    kept = [file for file in server.data.rglob("*") if file.is_file() and b"Annabel" in file.read_bytes()]
    assert kept == []


def test_whoever_asks_beyond_the_pace_of_the_house_hears_that_it_is_busy(tmp_path: Path) -> None:
    building = Building(Settings(data=tmp_path))
    house = msgspec.structs.replace(building.house(), coach_pace=Pace(2), now=lambda: MORNING)

    async def three() -> list[int]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app(house, building.close))) as client:
            asked = [await client.post("http://house/coach", data={"text": "Elk"}) for _ in range(3)]
            return [answer.status_code for answer in asked]

    assert asyncio.run(three()) == [204, 204, 503]
    building.close()


def test_a_pace_begins_anew_with_every_second() -> None:
    pace, moments = Pace(2), (0, 0, 0, 1, 1.5, 1.9)
    admitted = [pace.admits(MORNING + moment * SECOND) for moment in moments]
    assert admitted == [True, True, False, True, True, False]


def test_a_clock_that_was_put_back_locks_nobody_out() -> None:
    pace = Pace(1)
    assert [pace.admits(MORNING), pace.admits(MORNING - 3600 * SECOND)] == [True, True]
