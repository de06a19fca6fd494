# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bill of materials lists what is locked, and an audit that looked at nothing says so."""

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).parents[2]


def program(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    made: dict[str, Any] = program("sbom").bill()
    return made


def test_the_bill_of_materials_lists_everything_that_is_locked(bill: dict[str, Any]) -> None:
    locked = re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    fetched = json.loads((ROOT / "package.json").read_text())["dependencies"].items()
    listed = [(each["name"], each["version"]) for each in bill["components"]]
    assert len(locked) > 30
    assert sorted(listed) == sorted([*locked, *fetched])


def test_the_bill_of_materials_is_a_valid_one(bill: dict[str, Any]) -> None:
    version = SchemaVersion.from_version(bill["specVersion"])
    assert JsonStrictValidator(version).validate_str(json.dumps(bill)) is None
    assert bill["metadata"]["component"]["name"] == "leerlandschap"
    assert "://" not in " ".join(each.get("purl", "") for each in bill["components"])


def test_the_same_locks_make_the_same_bill(bill: dict[str, Any]) -> None:
    assert program("sbom").bill() == bill


CLEAN = {"name": "idna", "version": "3.20", "vulns": []}
KNOWN = {"name": "h11", "version": "0.1", "vulns": [{"id": "PYSEC-1"}, {"id": "PYSEC-2"}]}
SKIPPED = {"name": "lxml", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ([CLEAN], 0, "Of 1 packages no vulnerability is known."),
        ([CLEAN, KNOWN, SKIPPED], 1, "Known vulnerabilities:\nh11 0.1: PYSEC-1\nh11 0.1: PYSEC-2"),
        ([CLEAN, SKIPPED], 0, "NOT AUDITED: of 1 of 2 packages nothing could be asked; of the rest nothing is known."),
    ],
)
def test_an_audit_says_what_it_found_and_what_it_could_not_ask(
    said: list[dict[str, Any]], status: int, words: str
) -> None:
    assert program("audit").verdict({"dependencies": said}, "") == (status, words)


def test_an_audit_without_data_says_so_and_goes_on() -> None:
    status, words = program("audit").verdict(None, "no route to host")
    assert (status, words[:12]) == (0, "NOT AUDITED:")
    assert "no route to host" in words
