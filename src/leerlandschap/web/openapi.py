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


def _one_of_these(names: Iterable[str]) -> dict[str, Any]:
    return {"type": "string", "enum": list(names)}


def _paths() -> dict[str, Any]:
    command = _one_of(OF_A_WORKSHOP)
    seq = {"type": "object", "required": ["seq"], "properties": {"seq": {"type": "integer"}}}
    kinds = {"name": "kind", "in": "path", "required": True, "schema": {"type": "string", "enum": list(KINDS)}}
    workshop = _path("workshop")
    return {
        "/workshops": {
            "post": {
                "operationId": "makeWorkshop",
                "security": [{}],
                "requestBody": {"required": True, **_json(_named("NewWorkshop"), "")},
                "responses": {"201": _json(_named("Opened"), "made"), **_refusals(400, 401, 413, 422, 503)},
            }
        },
        "/join": {
            "post": {
                "operationId": "join",
                "security": [{}],
                "requestBody": {"required": True, **_json(_named("Code"), "")},
                "responses": {"201": _json(_named("Joined"), "in"), **_refusals(400, 404, 409, 413, 422, 503)},
            }
        },
        "/workshops/{workshop}": {
            "get": {
                "operationId": "look",
                "parameters": [workshop, ROLE],
                "responses": {
                    "200": _json(_named("WorkshopView"), "what the role may see"),
                    **_refusals(401, 403, 404),
                },
            }
        },
        "/workshops/{workshop}/commands": {
            "post": {
                "operationId": "ask",
                "parameters": [workshop, ROLE, KEY],
                "requestBody": {"required": True, **_json(command, "")},
                "responses": {
                    "200": _json(seq, "durable; seq is how far the workshop has come"),
                    **_refusals(400, 401, 403, 404, 409, 413, 422, 503),
                },
            }
        },
        "/workshops/{workshop}/stream": {
            "get": {
                "operationId": "follow",
                "parameters": [workshop, ROLE],
                "responses": {
                    "200": {
                        "description": "server-sent events; HTML, or with as=json the view",
                        "content": {"text/event-stream": {"schema": {"type": "string"}}},
                    },
                    **_refusals(401, 403, 404),
                },
            }
        },
        "/workshops/{workshop}/documents/{kind}": {
            "get": {
                "operationId": "document",
                "parameters": [workshop, kinds, ROLE],
                "responses": {"200": {"description": "the document"}, **_refusals(401, 403, 404)},
            }
        },
        "/landscapes/{landscape}": {
            "get": {
                "operationId": "lookAtLandscape",
                "parameters": [_path("landscape")],
                "responses": {
                    "200": _json(_named("LandscapeView"), "what the role may see"),
                    **_refusals(401, 403, 404),
                },
            }
        },
        "/landscapes/{landscape}/documents/{kind}": {
            "get": {
                "operationId": "landscapeDocument",
                "parameters": [_path("landscape"), {**kinds, "schema": _one_of_these(LANDSCAPE_KINDS)}],
                "responses": {"200": {"description": "the document"}, **_refusals(401, 403, 404)},
            }
        },
        "/landscapes/{landscape}/editions/{version}/documents/{kind}": {
            "get": {
                "operationId": "editionDocument",
                "parameters": [
                    _path("landscape"),
                    _path("version"),
                    {**kinds, "schema": _one_of_these(EDITION_KINDS)},
                ],
                "responses": {"200": {"description": "the document"}, **_refusals(401, 403, 404)},
            }
        },
        "/landscapes/{landscape}/commands": {
            "post": {
                "operationId": "askLandscape",
                "parameters": [_path("landscape"), KEY],
                "requestBody": {"required": True, **_json(_one_of(OF_A_LANDSCAPE), "")},
                "responses": {
                    "200": _json(seq, "durable; seq is how far the landscape has come"),
                    **_refusals(400, 401, 403, 404, 409, 413, 422, 503),
                },
            }
        },
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
