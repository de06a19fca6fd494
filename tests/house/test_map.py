# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of the house is executed: each contract is broken once, on purpose, and seen to be caught.

Every test builds a bare house: all rooms that the contracts name, empty, under the real contracts. So that a break is
the only thing in it. That the real house keeps to the map is what `lint-imports` itself says, in `./check`.
"""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/leerlandschap"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS: list[dict[str, Any]] = PROJECT["tool"]["importlinter"]["contracts"]
LAYERS = [re.findall(r"\w+", layer) for contract in CONTRACTS for layer in contract.get("layers", [])]
LISTS = ("protected_modules", "allowed_importers", "source_modules", "forbidden_modules")
MODULES = [module for contract in CONTRACTS for kind in LISTS for module in contract.get(kind, [])]
NAMED = {module.partition(".")[2] for module in MODULES if module.startswith("leerlandschap.")}

LIGHT = {"__future__", "bisect", "collections", "dataclasses", "datetime", "decimal", "enum", "fractions", "functools"}
LIGHT |= {"heapq", "immutables", "itertools", "math", "msgspec", "operator", "re", "statistics", "string", "types"}
LIGHT |= {"typing", "typing_extensions", "unicodedata", "leerlandschap"}


class House:
    """A bare house in a temporary folder, in which imports can be planted."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.write("pyproject.toml", (ROOT / "pyproject.toml").read_text("utf-8"))
        self.plant("", "")
        for room in (room for layer in LAYERS for room in layer):
            self.plant(room, "")
        for room in sorted(NAMED):
            self.plant(room, "")
        for folder in list((place / "src/leerlandschap").rglob("*/")):
            (folder / "__init__.py").touch()

    def write(self, path: str, text: str) -> None:
        file = self.place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def plant(self, room: str, line: str) -> None:
        """Write one line into a room, such as `live.hub`."""
        name = "__main__.py" if room == "__main__" else f"{room.replace('.', '/')}/__init__.py"
        self.write(f"src/leerlandschap/{name}", f"{line}\n")

    def says(self, *command: str) -> tuple[int, str]:
        """Exit status and words of a tool run in this house."""
        done = subprocess.run(
            [sys.executable, *command],
            cwd=self.place,
            env={"PYTHONPATH": "src", "NO_COLOR": "1", "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def broken(self) -> list[str]:
        """The contracts that import-linter finds broken, by id."""
        check = "import sys; from importlinter.cli import lint_imports_command as c; sys.argv = ['lint-imports']; c()"
        status, words = self.says("-c", check)
        found = [contract["id"] for contract in CONTRACTS if f"{contract['name']} BROKEN" in words]
        assert (status == 0) == (not found), words
        return found


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_a_house_in_order_passes(house: House) -> None:
    house.plant("compose", "from leerlandschap import settings, web, live, journal")
    house.plant("live.workshop_room", "from leerlandschap.core.workshop import state")
    house.plant("core", "import math, msgspec")
    assert house.broken() == []


BREAKS = {
    "a room imports one above it": ("core.workshop", "from leerlandschap import views", "rooms"),
    "a room imports one beside it": ("views", "from leerlandschap import text", "rooms"),
    "two rooms of one floor meet": ("documents", "from leerlandschap import live", "rooms"),
    "the post enters a room": ("post", "from leerlandschap import live", "rooms"),
    "core sends mail": ("core.landscape", "import aiosmtplib", "pure"),
    "a room that is not on the map": ("helpers", "", "rooms"),
    "the demo reads settings": ("demo", "from leerlandschap import settings", "settings"),
    "the hub reads the state": ("live.hub", "from leerlandschap.core.workshop import state", "state"),
    "a document reads a landscape's state": ("documents", "from leerlandschap.core.landscape import state", "state"),
    "a page reads the state": ("web", "from leerlandschap.core.workshop import state", "state"),
    "a page counts opinion groups": ("web", "from leerlandschap import opinions", "numbers"),
    "core opens a socket": ("core.workshop", "import socket", "pure"),
    "core reads the clock": ("core", "from time import monotonic", "pure"),
    "a view knows the database": ("views", "from leerlandschap import database", "pure"),
    "a view speaks Dutch": ("views", "import babel", "pure"),
}


@pytest.mark.parametrize("told", BREAKS)
def test_each_break_is_caught(house: House, told: str) -> None:
    room, line, contract = BREAKS[told]
    house.plant(room, line)
    assert house.broken() == [contract]


def test_every_contract_is_broken_at_least_once() -> None:
    assert {contract for _, _, contract in BREAKS.values()} == {contract["id"] for contract in CONTRACTS}


@pytest.mark.parametrize(
    "line",
    [
        "import datetime\n\nNOW = datetime.datetime.now(datetime.UTC)",
        "import datetime\n\nTODAY = datetime.date.today()",
        "import time\n\nNOW = time.time()",
        "import time\n\nNOW = time.time_ns()",
        "import uuid",
        "import random",
        "from secrets import token_hex",
    ],
)
def test_clock_dice_and_ids_are_at_home_in_compose_only(house: House, line: str) -> None:
    house.write("src/leerlandschap/web/planted.py", f"{line}\n")
    house.write("src/leerlandschap/compose.py", f"{line}\n")
    _, words = house.says("-m", "ruff", "check", "--no-cache", "--select=TID251", "--output-format=concise", "src")
    assert re.findall(r"^\S+?\.py:\d+:\d+: TID251", words, re.MULTILINE) != []
    assert "compose.py" not in words


@pytest.mark.parametrize("room", ["core", "views"])
def test_the_pure_rooms_import_light_things_only(room: str) -> None:
    """The contract forbids by name; here is the other way round: what they may import at all."""
    used = {name for file in (SOURCE / room).rglob("*.py") for name in imported(file)}
    assert used
    assert used - LIGHT == set()


def imported(file: Path) -> set[str]:
    """The first names of everything a file imports."""
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return {name.split(".")[0] for name in names}
