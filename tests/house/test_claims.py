# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is claimed is shown by a test that there is, and what a guide names exists, in both languages."""

import argparse
import ast
import re
from functools import cache
from pathlib import Path

import msgspec
import pytest

from leerlandschap.cli import parser
from leerlandschap.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
CONFORMITY = (ROOT / "docs/conformity.md").read_text("utf-8")
GUIDES = {name: (ROOT / f"docs/{name}.md").read_text("utf-8") for name in ("administration", "beheer")}
FIGURES = (ROOT / "src/leerlandschap/web/figures.py").read_text("utf-8")
CLAIMS = [line.strip("|").split(" | ") for line in CONFORMITY.splitlines() if line.startswith("| ")]
SHOWN = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@cache
def named_in(file: str) -> frozenset[str]:
    if not (ROOT / file).exists():
        return frozenset()
    written = ast.parse((ROOT / file).read_text("utf-8"))
    return frozenset(each.name for each in ast.walk(written) if isinstance(each, ast.FunctionDef))


def test_every_test_that_is_named_exists() -> None:
    named = SHOWN.findall(CONFORMITY)
    assert len(named) > 50
    assert [each for each in named if not each[1].startswith("test_") or each[1] not in named_in(each[0])] == []


def test_no_claim_stands_there_without_what_shows_it() -> None:
    rows = [row for row in CLAIMS if row[-1].strip() != "Shown by"]
    elsewhere = ("the next table", "[.ci/run](../.ci/run) runs `reuse lint` through [check](../check)")
    assert [row[0] for row in rows if not SHOWN.findall(row[-1]) and row[-1].strip() not in elsewhere] == []


@pytest.mark.parametrize("name", [*GUIDES, "conformity", "deploy/README"])
def test_every_link_leads_to_something_that_is_there(name: str) -> None:
    file = ROOT / f"docs/{name}.md"
    found = re.findall(r"\]\(([^)#:]+)(?:#[\w-]+)?\)", file.read_text("utf-8"))
    assert found != []
    assert [each for each in found if not (file.parent / each).exists()] == []


@pytest.mark.parametrize("name", GUIDES)
def test_every_setting_command_and_figure_that_a_guide_names_is_one(name: str) -> None:
    known = {field.name for field in msgspec.structs.fields(Settings)}
    assert {each.lower() for each in settings_in(GUIDES[name])} - known == set()
    assert set(commands_in(GUIDES[name])) - commands() == set()
    assert [each for each in re.findall(r"`leerlandschap_(\w+)", GUIDES[name]) if bare(each) not in FIGURES] == []


def test_both_guides_name_the_same_and_give_the_same_lines_to_type() -> None:
    one, other = GUIDES.values()
    assert (settings_in(one), commands_in(one)) == (settings_in(other), commands_in(other))
    assert [len(re.findall(r"^#{1,3} ", each, re.M)) for each in (one, other)] == [
        len(re.findall("^#+ ", one, re.M))
    ] * 2
    assert typed(one) == typed(other)


def settings_in(guide: str) -> list[str]:
    """In full, and those that stand in a row behind one of them as ``_CONTACT``."""
    return re.findall(rf"(?:{PREFIX}|`_)([A-Z_]+)", guide)


def commands_in(guide: str) -> list[str]:
    return re.findall(r"`leerlandschap ([a-z-]+)", guide)


def commands() -> set[str]:
    (choices,) = (each.choices for each in parser()._actions if isinstance(each, argparse._SubParsersAction))
    return set(choices)


def bare(figure: str) -> str:
    """As it is called where it is made."""
    return f'"{figure.removesuffix("_total")}"'


def typed(guide: str) -> list[str]:
    """But for what a reader fills in."""
    return [line for line in re.findall(r"```console\n(.*?)```", guide, re.S) if "git clone" not in line]
