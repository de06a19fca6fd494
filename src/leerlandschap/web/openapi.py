# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The description of the API, made from the shapes that are used: it cannot say something else than the code does."""

from collections.abc import Iterable
from functools import cache
from typing import Any, get_args

import msgspec

from leerlandschap.core.landscape import commands as landscape
from leerlandschap.core.vocabulary import Refusal
from leerlandschap.core.workshop import commands as workshop
from leerlandschap.documents import KINDS
from leerlandschap.documents.edition_kinds import EDITION_KINDS
from leerlandschap.documents.landscape_kinds import LANDSCAPE_KINDS
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.shapes import WorkshopView
from leerlandschap.web.forms import OF_A_LANDSCAPE, OF_A_WORKSHOP, Reading
from leerlandschap.web.opening import Joined, NewWorkshop, Opened

REF = "#/components/schemas/{name}"
PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "refusal"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "what is wrong and what to do, in the reader's language"},
        "refusal": {"type": "string", "enum": [each.value for each in Refusal]},
        "field": {"type": "string"},
    },
}


def _json(schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _named(name: str) -> dict[str, Any]:
    return {"$ref": REF.format(name=name)}


def _refusals(*statuses: int) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": _named("Problem")}}
    return {str(each): {"description": "refused, with the reason", "content": content} for each in statuses}


def _path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


ROLE = {
    "name": "as",
    "in": "query",
    "required": False,
    "schema": {"type": "string", "enum": ["participant", "projector", "facilitator"]},
    "description": "the role to act in, for who holds more than one key as cookies",
}
KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "maxLength": 80},
    "description": "the same key with the same command is taken once",
}


def _one_of(reading: Reading) -> dict[str, Any]:
    return {"oneOf": [_named(name) for name in reading.kinds], "discriminator": {"propertyName": "type"}}


def _kind(names: Iterable[str]) -> dict[str, Any]:
    return {"name": "kind", "in": "path", "required": True, "schema": {"type": "string", "enum": list(names)}}


def _get(name: str, parameters: list[dict[str, Any]], answer: dict[str, Any]) -> dict[str, Any]:
    """What somebody with a key looks at."""
    return {"get": {"operationId": name, "parameters": parameters, "responses": {"200": answer, **LOOKING}}}


def _ask(name: str, parameters: list[dict[str, Any]], reading: Reading) -> dict[str, Any]:
    """Where the commands of a stream are asked."""
    taken = _json(SEQ, "durable; seq is how far the stream has come")
    body = {"required": True, **_json(_one_of(reading), "")}
    responses = {"200": taken, **_refusals(400, 401, 403, 404, 409, 413, 422, 503)}
    return {"post": {"operationId": name, "parameters": parameters, "requestBody": body, "responses": responses}}


def _open_to_all(name: str, asked: str, made: str, said: str, *refused: int) -> dict[str, Any]:
    """What needs no key: making a workshop, and coming in."""
    body = {"required": True, **_json(_named(asked), "")}
    responses = {"201": _json(_named(made), said), **_refusals(*refused)}
    return {"post": {"operationId": name, "security": [{}], "requestBody": body, "responses": responses}}


LOOKING = _refusals(401, 403, 404)
SEQ = {"type": "object", "required": ["seq"], "properties": {"seq": {"type": "integer"}}}
PAPER = {"description": "the document"}
FRAMES = {
    "description": "server-sent events; HTML, or with as=json the view",
    "content": {"text/event-stream": {"schema": {"type": "string"}}},
}


def _paths() -> dict[str, Any]:
    return {
        "/workshops": _open_to_all("makeWorkshop", "NewWorkshop", "Opened", "made", 400, 401, 413, 422, 503),
        "/join": _open_to_all("join", "Code", "Joined", "in", 400, 404, 409, 413, 422, 503),
        **_workshop_paths(_path("workshop")),
        **_landscape_paths(_path("landscape")),
    }


def _workshop_paths(workshop: dict[str, Any]) -> dict[str, Any]:
    here = "/workshops/{workshop}"
    view = _json(_named("WorkshopView"), "what the role may see")
    return {
        here: _get("look", [workshop, ROLE], view),
        f"{here}/commands": _ask("ask", [workshop, ROLE, KEY], OF_A_WORKSHOP),
        f"{here}/stream": _get("follow", [workshop, ROLE], FRAMES),
        f"{here}/documents/{{kind}}": _get("document", [workshop, _kind(KINDS), ROLE], PAPER),
    }


def _landscape_paths(landscape: dict[str, Any]) -> dict[str, Any]:
    here, edition = "/landscapes/{landscape}", [landscape, _path("version"), _kind(EDITION_KINDS)]
    view = _json(_named("LandscapeView"), "what the role may see")
    return {
        here: _get("lookAtLandscape", [landscape], view),
        f"{here}/documents/{{kind}}": _get("landscapeDocument", [landscape, _kind(LANDSCAPE_KINDS)], PAPER),
        f"{here}/editions/{{version}}/documents/{{kind}}": _get("editionDocument", edition, PAPER),
        f"{here}/commands": _ask("askLandscape", [landscape, KEY], OF_A_LANDSCAPE),
    }


@cache
def _described() -> dict[str, Any]:
    commands = (*get_args(workshop.Asked), *get_args(landscape.Asked))
    shapes = [*commands, NewWorkshop, Opened, Joined, WorkshopView]
    _, components = msgspec.json.schema_components([*shapes, LandscapeView], ref_template=REF)
    code = {"type": "object", "required": ["code"], "properties": {"code": {"type": "string"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Leerlandschap", "version": "1", "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}},
        "security": [{"key": []}],
        "paths": _paths(),
        "components": {
            "schemas": {**components, "Problem": PROBLEM, "Code": code},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
    }


def document(base_url: str) -> dict[str, Any]:
    return _described() | {"servers": [{"url": f"{base_url}/api/v1"}]}
