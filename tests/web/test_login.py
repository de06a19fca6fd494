# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in with the organisation's own provider, a real one: who may then do what, and all that can be wrong."""

import base64
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.afterwards import Afterwards, Reader
from tests.provider import Provider, providing
from tests.server import Server, serving

NEW = {"title": "Leren", "organisation": "Gemeente Westerveen", "language": "nl"}
FAILED = "Inloggen is niet gelukt."
AWAY = "De inlogserver van je organisatie antwoordt niet."
FEMKE, KARIN, AISHA, BRAM = "femke", "karin", "aisha", "bram"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with providing(tmp_path_factory.mktemp("provider") / "provider.log") as running:
        yield running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, provider: Provider) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("login"), environment=provider.settings) as running:
        yield running


@pytest.fixture
def somebody(server: Server) -> Iterator[Reader]:
    here = Reader(server.url)
    here.client.follow_redirects = False
    yield here
    here.client.close()


@pytest.fixture(autouse=True)
def right_again(provider: Provider) -> None:
    provider.goes_wrong()


def sent(somebody: Reader, back: str = "/") -> str:
    """The address at the provider that somebody is sent to."""
    answer = somebody.client.get("/login", params={"back": back})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def comes_back(provider: Provider, somebody: Reader, who: str, back: str = "/") -> httpx.Response:
    return somebody.opens(provider.logs_in(sent(somebody, back), who))


def logged_in(provider: Provider, somebody: Reader, who: str) -> Reader:
    assert comes_back(provider, somebody, who).status_code == 303
    return somebody


def said_to_be_wrong(answer: httpx.Response, sentence: str, somebody: Reader) -> None:
    """A sentence, and nobody is logged in."""
    assert sentence in answer.text
    assert "ll-login" not in somebody.client.cookies
    assert "ll-asked" not in somebody.client.cookies


# ---- the way there and back


def test_the_provider_is_asked_for_a_code_with_a_challenge(provider: Provider, somebody: Reader) -> None:
    there = urlsplit(sent(somebody))
    asked = {name: values[0] for name, values in parse_qs(there.query).items()}
    assert f"{there.scheme}://{there.netloc}" == provider.issuer
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert (len(asked["code_challenge"]), len(asked["state"]), len(asked["nonce"])) == (43, 26, 26)
    assert {"openid"} <= set(asked["scope"].split())
    assert asked["redirect_uri"].endswith("/login/done")
    again = parse_qs(urlsplit(sent(somebody)).query)
    assert again["state"] != [asked["state"]]


def test_whoever_logs_in_comes_back_to_where_they_were(provider: Provider, somebody: Reader) -> None:
    answer = comes_back(provider, somebody, FEMKE, "/l/l123")
    assert (answer.status_code, answer.headers["location"]) == (303, "/l/l123")


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "x", "/\n"]
)
def test_nobody_is_led_elsewhere_by_logging_in(provider: Provider, somebody: Reader, back: str) -> None:
    assert comes_back(provider, somebody, FEMKE, back).headers["location"] == "/"


def test_nothing_is_kept_of_who_it_was(provider: Provider, somebody: Reader, server: Server) -> None:
    logged_in(provider, somebody, FEMKE)
    key = somebody.client.cookies["ll-login"]
    with sqlite3.connect(server.data / "leerlandschap.db") as database:
        rows = database.execute("SELECT hash, standings FROM logins").fetchall()
    assert "facilitator" in {standings for _, standings in rows}
    assert all(len(hashed) == 64 and hashed != key for hashed, _ in rows)
    files = b"".join(file.read_bytes() for file in server.data.rglob("*") if file.is_file())
    assert key.encode() not in files
    assert b"workshop-leader" not in files
    assert b"femke" not in files


# ---- who may do what


def test_making_a_workshop_needs_a_login(provider: Provider, somebody: Reader) -> None:
    assert 'href="/login?back=/"' in somebody.opens("/").text
    refused = somebody.client.post("/workshops", data=NEW)
    assert (refused.status_code, "Hiervoor moet je zijn ingelogd." in refused.text) == (401, True)
    over_the_api = somebody.client.post("/api/v1/workshops", json=NEW)
    assert (over_the_api.status_code, over_the_api.json()["refusal"]) == (401, "login_needed")
    logged_in(provider, somebody, FEMKE)
    assert 'action="/workshops"' in somebody.opens("/").text
    assert somebody.client.post("/workshops", data=NEW).headers["location"].endswith("/prepare")
    assert somebody.client.post("/api/v1/workshops", json=NEW).status_code == 201


def test_taking_part_needs_none(provider: Provider, somebody: Reader, server: Server) -> None:
    logged_in(provider, somebody, FEMKE)
    made = somebody.client.post("/api/v1/workshops", json=NEW).json()
    assert httpx.post(f"{server.url}/api/v1/join", json={"code": made["code"]}).status_code == 201


def test_whoever_has_no_role_here_is_told_so_and_not_let_in(provider: Provider, somebody: Reader) -> None:
    answer = comes_back(provider, somebody, BRAM)
    assert answer.status_code == 403
    said_to_be_wrong(answer, "Je bent ingelogd, maar je hebt hier niet de rol voor.", somebody)


def test_a_reader_makes_nothing(provider: Provider, somebody: Reader) -> None:
    logged_in(provider, somebody, AISHA)
    answer = somebody.client.post("/api/v1/workshops", json=NEW)
    assert (answer.status_code, answer.json()["refusal"]) == (403, "login_without_role")


@pytest.fixture(scope="module")
def adopted(server: Server, provider: Provider) -> Iterator[Afterwards]:
    reader = Reader(server.url)
    reader.client.follow_redirects = False
    logged_in(provider, reader, FEMKE)
    here = Afterwards(server.url, cookies={"ll-login": reader.client.cookies["ll-login"]})
    here.tell("AdoptPolicy", on=here.keeps()["today"], adopted_by="de directie", without_consent="Er is geen OR.")
    yield here
    here.client.close()
    reader.client.close()


def test_a_reader_reads_what_was_adopted_and_nothing_else(
    provider: Provider, somebody: Reader, adopted: Afterwards
) -> None:
    edition = f"/l/{adopted.landscape}/policy/editions/1"
    assert somebody.opens(edition).status_code == 401
    logged_in(provider, somebody, AISHA)
    listed = somebody.opens("/organisation").text
    assert edition in listed
    assert "leerlandschap delete" not in listed
    page = somebody.opens(edition)
    assert page.status_code == 200
    assert "ll-tabs" not in page.text
    assert f'href="/l/{adopted.landscape}/policy"' not in page.text
    assert somebody.opens(f"{edition}/documents/md").status_code == 200
    home = f"/l/{adopted.landscape}"
    for path in ("", "/policy", "/follow-ups", "/principles", "/documents/json", f"/f/{adopted.hours}"):
        assert somebody.opens(home + path).status_code == 401
    assert somebody.client.post(f"{home}/do", data={"type": "WordScope", "text": "Van mij."}).status_code == 401
    assert somebody.opens(f"/w/{adopted.opened['workshop']}/summary").status_code == 401


def test_an_administrator_sees_what_there_is_and_nothing_of_what_was_said(
    provider: Provider, somebody: Reader, adopted: Afterwards
) -> None:
    workshop = adopted.opened["workshop"]
    logged_in(provider, somebody, KARIN)
    listed = somebody.opens("/organisation").text
    assert f"leerlandschap delete {workshop}" in listed
    assert f"--in {adopted.landscape}" in listed
    assert "De uren optellen." not in listed
    assert "Bram" not in listed
    for path in ("/facilitator", "/summary", "/documents/md"):
        assert somebody.opens(f"/w/{workshop}{path}").status_code == 401
    assert somebody.opens(f"/l/{adopted.landscape}").status_code == 401


@pytest.mark.parametrize(("who", "status"), [(None, 401), (FEMKE, 403), (AISHA, 200), (KARIN, 200)])
def test_the_list_is_for_readers_and_administrators(
    provider: Provider, somebody: Reader, who: str | None, status: int
) -> None:
    if who is not None:
        logged_in(provider, somebody, who)
    assert somebody.opens("/organisation").status_code == status


# ---- leaving


def test_whoever_leaves_a_device_leaves_nothing_on_it(provider: Provider, somebody: Reader) -> None:
    logged_in(provider, somebody, FEMKE)
    somebody.client.post("/workshops", data=NEW)
    stolen = somebody.client.cookies["ll-login"]
    assert "Je bent uitgelogd." in somebody.opens("/leave").text
    left = somebody.client.post("/leave")
    assert (left.status_code, left.headers["clear-site-data"]) == (303, '"cache", "cookies", "storage"')
    assert dict(somebody.client.cookies) == {}
    somebody.client.cookies.set("ll-login", stolen)
    assert somebody.client.post("/api/v1/workshops", json=NEW).status_code == 401


def test_a_login_ends_by_itself(provider: Provider, somebody: Reader, server: Server) -> None:
    logged_in(provider, somebody, FEMKE)
    with sqlite3.connect(server.data / "leerlandschap.db") as database:
        database.execute("UPDATE logins SET ends_at = '2020-01-01 00:00:00.000000'")
    assert somebody.client.post("/api/v1/workshops", json=NEW).status_code == 401
    logged_in(provider, somebody, FEMKE)
    with sqlite3.connect(server.data / "leerlandschap.db") as database:
        assert database.execute("SELECT count(*) FROM logins").fetchone() == (1,)  # those of before are erased


# ---- everything that can be wrong


def test_a_state_that_this_browser_was_not_given_is_refused(provider: Provider, somebody: Reader) -> None:
    address = provider.logs_in(sent(somebody), FEMKE)
    asked = parse_qs(urlsplit(address).query)
    answer = somebody.client.get("/login/done", params={"code": asked["code"][0], "state": "another"})
    assert answer.status_code == 403
    said_to_be_wrong(answer, FAILED, somebody)


def test_the_answer_to_somebody_elses_login_is_refused(provider: Provider, somebody: Reader, server: Server) -> None:
    """A link that would log somebody in as another person."""
    thief = Reader(server.url)
    thief.client.follow_redirects = False
    address = provider.logs_in(sent(thief), FEMKE)
    thief.client.close()
    said_to_be_wrong(somebody.opens(address), FAILED, somebody)
    sent(somebody)
    said_to_be_wrong(somebody.opens(address), FAILED, somebody)


def test_a_code_is_good_once(provider: Provider, somebody: Reader) -> None:
    address = provider.logs_in(sent(somebody), FEMKE)
    asked = somebody.client.cookies["ll-asked"]
    assert somebody.opens(address).status_code == 303
    somebody.client.cookies.delete("ll-login")
    said_to_be_wrong(somebody.opens(address), FAILED, somebody)  # the question is gone
    somebody.client.cookies.set("ll-asked", asked, domain="127.0.0.1")
    said_to_be_wrong(somebody.opens(address), FAILED, somebody)  # and the code with it


def test_a_code_without_the_verifier_that_belongs_to_it_is_refused(provider: Provider, somebody: Reader) -> None:
    address = provider.logs_in(sent(somebody), FEMKE)
    state, nonce, _, back = json.loads(base64.urlsafe_b64decode(somebody.client.cookies["ll-asked"]))
    forged = base64.urlsafe_b64encode(json.dumps([state, nonce, "x" * 52, back]).encode()).decode()
    somebody.client.cookies.set("ll-asked", forged, domain="127.0.0.1")
    assert FAILED in somebody.opens(address).text
    assert "ll-login" not in somebody.client.cookies


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "of another login"},
        {"iss": "https://elsewhere.example"},
        {"aud": "somebody-else"},
        {"exp": 1_000_000_000},
        {"sub": "karin"},
    ],
    ids=str,
)
def test_what_does_not_prove_who_it_is_logs_nobody_in(
    provider: Provider, somebody: Reader, wrong: dict[str, str | int]
) -> None:
    provider.goes_wrong(**wrong)
    answer = comes_back(provider, somebody, FEMKE)
    assert answer.status_code == 403
    said_to_be_wrong(answer, FAILED, somebody)


def test_an_answer_that_says_to_come_from_another_provider_is_refused(provider: Provider, somebody: Reader) -> None:
    address = provider.logs_in(sent(somebody), FEMKE)
    said_to_be_wrong(somebody.opens(f"{address}&iss=https://elsewhere.example"), FAILED, somebody)
    again = provider.logs_in(sent(somebody), FEMKE)
    assert somebody.opens(f"{again}&iss={provider.issuer}").status_code == 303


def test_whoever_says_no_at_the_provider_is_not_logged_in(provider: Provider, somebody: Reader) -> None:
    denied = httpx.post(sent(somebody), data={"action": "deny"}).headers["location"]
    said_to_be_wrong(somebody.opens(denied), FAILED, somebody)


def test_a_provider_that_signs_with_another_key_since_is_believed(provider: Provider, somebody: Reader) -> None:
    logged_in(provider, somebody, FEMKE)
    provider.signs_anew()
    logged_in(provider, somebody, FEMKE)


@pytest.mark.parametrize("packed", ["", "x", "W10=", "bnVsbA==", "é", "x" * 5000])
def test_a_question_that_is_none_is_refused(somebody: Reader, packed: str) -> None:
    headers = {b"cookie": f"ll-asked={packed}".encode()}
    answer = somebody.client.get("/login/done", params={"code": "1", "state": ""}, headers=headers)
    assert (answer.status_code, FAILED in answer.text) == (403, True)


def test_a_provider_that_is_away_is_said_to_be_and_joining_goes_on(tmp_path: Path) -> None:
    with (
        providing(tmp_path / "provider.log") as provider,
        serving(tmp_path / "house", environment=provider.settings) as server,
    ):
        somebody = Reader(server.url)
        somebody.client.follow_redirects = False
        address = provider.logs_in(sent(somebody), FEMKE)
        provider.stop()
        half_way = somebody.opens(address)
        assert half_way.status_code == 503
        said_to_be_wrong(half_way, AWAY, somebody)
        assert somebody.opens("/").status_code == 200
        assert "Geen account." in somebody.opens("/").text
        provider.start()
        logged_in(provider, somebody, FEMKE)
        assert "the identity provider cannot be used" in server.log.read_text()
        somebody.client.close()


def test_a_provider_that_never_was_there_or_is_another_one_is_said_to_be_away(
    tmp_path: Path, provider: Provider
) -> None:
    for issuer in ("http://127.0.0.1:9", f"{provider.issuer}/", f"http://localhost:{provider.port}/nowhere"):
        with serving(tmp_path, environment={**provider.settings, "LEERLANDSCHAP_OIDC_ISSUER": issuer}) as server:
            answer = httpx.get(f"{server.url}/login")
            assert (answer.status_code, AWAY in answer.text) == (503, True)


def test_without_a_provider_there_is_nothing_to_log_in_to(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        for path in ("/login", "/login/done", "/organisation"):
            assert httpx.get(server.url + path).status_code == 404
        assert httpx.post(f"{server.url}/api/v1/workshops", json=NEW).status_code == 201
        assert "/login" not in httpx.get(server.url).text
