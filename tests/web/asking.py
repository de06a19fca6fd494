# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that can be asked for, from the route list itself, so that a new route cannot be forgotten."""

import re
from collections.abc import Iterator
from pathlib import Path

from starlette.routing import BaseRoute, Mount, Route

from leerlandschap.compose import Building
from leerlandschap.settings import Settings
from leerlandschap.web.app import RAW
from leerlandschap.web.routes import routes

Way = tuple[str, str]  # a method and the pattern of a path


def ways(data: Path, **settings: object) -> list[Way]:
    """Every method and path there is, raw ways included; the static files as one."""
    building = Building(Settings(data=data, gallery=True, **settings))  # type: ignore[arg-type]
    data.mkdir(parents=True, exist_ok=True)
    try:
        return [*RAW, *(way for route in routes(building.house()) for way in _ways_of(route))]
    finally:
        building.close()


def _ways_of(route: BaseRoute) -> Iterator[Way]:
    match route:
        case Route():
            yield from ((method, route.path) for method in sorted(route.methods or ()) if method != "HEAD")
        case Mount():
            yield "GET", f"{route.path}/{{file}}"
        case _:
            raise AssertionError(f"a kind of route that this list does not know: {route}")


def filled(pattern: str, parts: dict[str, str]) -> str:
    """A path with everything between braces filled in; KeyError for what has no value."""
    return re.sub(r"\{(\w+)(:path)?\}", lambda found: parts[found[1]], pattern)
