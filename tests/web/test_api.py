# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public contract, over real HTTP."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from openapi_spec_validator import validate

from tests.server import Group, Server, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("api")) as server:
        yield server


@pytest.fixture
def group(server: Server) -> Group:
    return Group(server.url, 6)


def refusal(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["detail"]
    return answer.status_code, problem["refusal"]


def test_a_new_workshop_hands_out_its_keys_once(group: Group) -> None:
    assert set(group.opened) == {"workshop", "landscape", "code", "keys", "urls"}
    assert set(group.opened["keys"]) == {"facilitator", "projector", "landscape"}
    assert len(group.opened["code"]) == 6


def test_joining_gives_a_key_and_an_id(group: Group) -> None:
    code = group.opened["code"]
    joined = group.client.post("/api/v1/join", json={"code": f"{code[:3].lower()} {code[3:]}"}).json()
    assert set(joined) == {"workshop", "participant", "key"}
    assert joined["workshop"] == group.opened["workshop"]


def test_a_participant_sees_what_is_mine_and_only_that(group: Group) -> None:
    group.lead("OpenStatements")
    group.ask(group.people[0], "TakeStance", statement="s1", position=4, motivation="Bij ons wel.")
    group.ask(group.people[1], "TakeStance", statement="s1", position=None)
    assert group.look(group.people[0])["mine"] == {"s1": {"position": 4, "motivation": "Bij ons wel."}}
    assert group.look(group.people[1])["mine"] == {"s1": {"position": None}}
    assert "mine" not in group.look(group.facilitator)


def test_the_same_key_twice_is_taken_once(group: Group) -> None:
    group.lead("GoTo", step="follow_ups")
    person = group.people[0]
    first = group.ask(person, "RaisePoint", key="a", kind="unclear", text="Wie betaalt?")
    again = group.ask(person, "RaisePoint", key="a", kind="unclear", text="Wie betaalt?")
    other = group.ask(person, "RaisePoint", key="a", kind="unclear", text="Wie beslist?")
    assert (first.status_code, again.json()) == (200, first.json())
    assert refusal(other) == (422, "key_reused")
    assert [p["text"] for p in group.look(group.facilitator)["points"]] == ["Wie betaalt?"]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ({"type": "TakeStance", "statement": "s1", "position": 6}, (422, "position_out_of_range")),
        ({"type": "TakeStance", "statement": "s1", "position": 0}, (422, "position_out_of_range")),
        ({"type": "TakeStance", "statement": "nope", "position": 3}, (422, "unknown_statement")),
        ({"type": "TakeStance", "statement": "s1"}, (400, "malformed")),
        ({"type": "TakeStance", "statement": "s1", "position": "agree"}, (400, "malformed")),
        ({"type": "TakeStance", "statement": "s1", "position": 3, "motivation": "x" * 5000}, (422, "text_too_long")),
        ({"type": "RevealStatements"}, (403, "wrong_role")),
        ({"type": "RaisePoint", "kind": "unclear", "text": "te vroeg"}, (409, "wrong_moment")),
        ({"type": "Fly"}, (422, "unknown_command")),
        ({"type": "Join"}, (422, "unknown_command")),
        ({}, (422, "unknown_command")),
        ({"type": {}}, (422, "unknown_command")),
        ({"type": [["Ready"]]}, (422, "unknown_command")),
        ({"type": None}, (422, "unknown_command")),
        ({"type": 3}, (422, "unknown_command")),
        ([], (422, "unknown_command")),
        ("TakeStance", (422, "unknown_command")),
    ],
)
def test_what_cannot_be_taken_says_why(group: Group, command: Any, expected: tuple[int, str]) -> None:
    group.lead("OpenStatements")
    headers = {"Authorization": f"Bearer {group.people[0]}"}
    answer = group.client.post(f"{group.path}/commands", json=command, headers=headers)
    assert refusal(answer) == expected
    assert group.look(group.people[0])["mine"] == {}


def test_malformed_json_is_refused_and_nothing_happens(group: Group) -> None:
    headers = {"Authorization": f"Bearer {group.people[0]}"}
    for body in (b"{", b"\xff\xfe", b"", b"null", b'{"type": "TakeStance", "statement": "s1", "position": 1e400}'):
        answer = group.client.post(f"{group.path}/commands", content=body, headers=headers)
        assert answer.status_code in (400, 422), body
        refusal(answer)


def test_a_body_that_is_too_large_is_refused(group: Group) -> None:
    headers = {"Authorization": f"Bearer {group.people[0]}"}
    answer = group.client.post(f"{group.path}/commands", content=b"x" * 300_000, headers=headers)
    assert refusal(answer) == (413, "too_large")


def test_keys_open_their_own_workshop_only(group: Group, server: Server) -> None:
    other = Group(server.url, 1)
    for key in (other.facilitator, other.people[0], "nonsense", "."):
        answer = group.client.get(group.path, headers={"Authorization": f"Bearer {key}"})
        assert refusal(answer) == (401, "key_expired")
    assert refusal(group.client.get(group.path)) == (401, "key_missing")
    assert refusal(group.client.get("/api/v1/workshops/wnothing")) == (401, "key_missing")


def test_a_wrong_code_says_so(group: Group) -> None:
    assert refusal(group.client.post("/api/v1/join", json={"code": "AAAAAA"})) == (404, "wrong_code")
    assert refusal(group.client.post("/api/v1/join", json={"code": "AAA"})) == (422, "code_incomplete")
    assert refusal(group.client.post("/api/v1/join", json={"kode": "AAA"})) == (400, "malformed")


def test_a_closed_workshop_takes_nothing_and_lets_nobody_in(group: Group) -> None:
    group.lead("Close")
    code = group.opened["code"]
    assert refusal(group.ask(group.people[0], "Ready")) == (409, "workshop_closed")
    assert refusal(group.client.post("/api/v1/join", json={"code": code})) == (409, "workshop_closed")
    group.lead("Reopen")
    assert group.client.post("/api/v1/join", json={"code": code}).status_code == 201


def test_a_refusal_speaks_the_language_of_the_reader(group: Group) -> None:
    dutch = group.client.post("/api/v1/join", json={"code": "AAA"}, headers={"Accept-Language": "nl"}).json()
    english = group.client.post("/api/v1/join", json={"code": "AAA"}, headers={"Accept-Language": "en-GB"}).json()
    assert dutch["detail"].startswith("De code")
    assert english["detail"] != dutch["detail"]


def test_the_description_of_the_api_is_a_valid_one(server: Server) -> None:
    described = httpx.get(f"{server.url}/api/v1/openapi.json").json()
    validate(described)
    assert described["openapi"].startswith("3.1")


def test_the_stream_brings_the_view_at_once(group: Group) -> None:
    headers = {"Authorization": f"Bearer {group.facilitator}"}
    with group.client.stream("GET", f"{group.path}/stream?as=json", headers=headers) as stream:
        lines = iter(stream.iter_lines())
        assert next(lines).startswith("id: ")
        assert '"moment":"welcome"' in next(lines)


def test_a_form_from_another_site_is_refused(group: Group) -> None:
    key = group.facilitator
    cookies = {f"ll-facilitator-{group.opened['workshop']}": key}
    url = f"{group.client.base_url}/w/{group.opened['workshop']}/do?as=facilitator"
    there = httpx.post(url, data={"type": "Close"}, cookies=cookies, headers={"Sec-Fetch-Site": "cross-site"})
    elsewhere = httpx.post(
        url, data={"type": "Close"}, cookies=cookies, headers={"Origin": "https://elsewhere.example"}
    )
    assert refusal(there) == (403, "cross_site")
    assert refusal(elsewhere) == (403, "cross_site")
    assert group.look(group.facilitator)["moment"] == "welcome"
