# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The description of the API says what the API does: answers have the shapes it names, and it lists every command."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from leerlandschap.core.landscape import commands as landscape
from leerlandschap.documents.edition_kinds import EDITION_KINDS
from leerlandschap.documents.landscape_kinds import LANDSCAPE_KINDS
from tests.afterwards import Afterwards
from tests.server import serving

OF_LANDSCAPES = "/landscapes/{landscape}"


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Afterwards]:
    """A year later: a finding, a supplemented principle, a passage by hand and an adopted policy."""
    with serving(tmp_path_factory.mktemp("description")) as server:
        here = Afterwards(server.url)
        touches = {here.principle: "supplements"}
        here.tell("RecordFinding", follow_up=here.hours, text="Drie uur.", touches=touches)
        finding = here.keeps()["findings"][0]["id"]
        here.tell("SupplementPrinciple", principle=here.principle, finding=finding, statement="Iedereen leert.")
        here.tell("Drop", follow_up=here.who, reason="Niet meer nodig.")
        here.tell("WritePassage", section="direction", text="Leren is werk.")
        today = here.keeps()["today"]
        adopted = here.tell("AdoptPolicy", on=today, adopted_by="de directie", without_consent="Er is geen OR.")
        assert adopted.status_code == 200, adopted.text
        yield here
        here.client.close()


@pytest.fixture(scope="module")
def described(after: Afterwards) -> dict[str, Any]:
    answer: dict[str, Any] = after.client.get("/api/v1/openapi.json").json()
    return answer


def faults(described: dict[str, Any], schema: dict[str, Any], answer: Any) -> list[str]:
    """Where an answer is not of the shape that is named."""
    whole = {**schema, "components": described["components"]}
    return [f"{each.json_path}: {each.message}" for each in Draft202012Validator(whole).iter_errors(answer)]


def answers(described: dict[str, Any], path: str, verb: str, status: str, kind: str = "json") -> dict[str, Any]:
    schema: dict[str, Any] = described["paths"][path][verb]["responses"][status]["content"][f"application/{kind}"]
    return schema["schema"]  # type: ignore[no-any-return]


def test_the_description_is_a_valid_one_and_names_every_way_into_a_landscape(described: dict[str, Any]) -> None:
    validate(described)
    assert {path for path in described["paths"] if path.startswith(OF_LANDSCAPES)} == {
        OF_LANDSCAPES,
        f"{OF_LANDSCAPES}/commands",
        f"{OF_LANDSCAPES}/documents/{{kind}}",
        f"{OF_LANDSCAPES}/editions/{{version}}/documents/{{kind}}",
    }


def test_a_landscape_is_of_the_shape_that_is_named(after: Afterwards, described: dict[str, Any]) -> None:
    schema = answers(described, OF_LANDSCAPES, "get", "200")
    assert faults(described, schema, after.keeps()) == []
    assert faults(described, schema, {**after.keeps(), "stage": "somewhere"}) != []


def test_a_workshop_is_of_the_shape_that_is_named(after: Afterwards, described: dict[str, Any]) -> None:
    schema = answers(described, "/workshops/{workshop}", "get", "200")
    assert faults(described, schema, after.look(after.facilitator)) == []
    assert faults(described, schema, {**after.look(after.facilitator), "moment": "somewhere"}) != []


def test_what_is_taken_and_what_is_refused_are_of_the_shapes_that_are_named(
    after: Afterwards, described: dict[str, Any]
) -> None:
    path = f"{OF_LANDSCAPES}/commands"
    taken = after.tell("WordScope", text="Voor iedereen.")
    assert taken.status_code == 200
    assert faults(described, answers(described, path, "post", "200"), taken.json()) == []
    refused = after.tell("Drop", follow_up="nowhere", reason="Weg.")
    problem = answers(described, path, "post", str(refused.status_code), "problem+json")
    assert faults(described, problem, refused.json()) == []


def test_every_command_that_can_be_sent_is_described(described: dict[str, Any]) -> None:
    body = described["paths"][f"{OF_LANDSCAPES}/commands"]["post"]["requestBody"]
    named = body["content"]["application/json"]["schema"]["oneOf"]
    kinds = {each.__name__ for each in get_args(landscape.Asked)}
    assert {each["$ref"].rpartition("/")[2] for each in named} == kinds
    assert kinds <= set(described["components"]["schemas"])


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        (f"{OF_LANDSCAPES}/documents/{{kind}}", LANDSCAPE_KINDS),
        (f"{OF_LANDSCAPES}/editions/{{version}}/documents/{{kind}}", EDITION_KINDS),
    ],
)
def test_every_kind_of_document_is_described(described: dict[str, Any], path: str, kinds: dict[str, Any]) -> None:
    (kind,) = (each for each in described["paths"][path]["get"]["parameters"] if each["name"] == "kind")
    assert kind["schema"]["enum"] == list(kinds)
