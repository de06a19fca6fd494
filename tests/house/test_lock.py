# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What we stand on is pinned, and the places that say so agree."""

import json
import re
import tomllib
from collections.abc import Collection
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINS: list[str] = PROJECT["tool"]["uv"]["constraint-dependencies"]
BUILD_PINS: list[str] = PROJECT["tool"]["uv"]["build-constraint-dependencies"]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PACKAGES: dict[str, dict[str, Any]] = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]


def plain(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def name_of(requirement: str) -> str:
    """The name in `uvloop; sys_platform != 'win32'` or `reuse[charset-normalizer]`."""
    return plain(re.split(r"[^\w.-]", requirement, maxsplit=1)[0])


def versions(pins: list[str]) -> dict[str, str]:
    return {plain(pin.split("==")[0]): pin.split("==")[1] for pin in pins}


def locked() -> dict[str, str]:
    return {plain(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE)}


def test_every_pin_is_one_version() -> None:
    assert [pin for pin in PINS + BUILD_PINS if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []


def test_everything_we_ask_for_is_pinned() -> None:
    asked = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    assert {name_of(requirement) for requirement in asked} - versions(PINS).keys() == set()
    assert {name_of(requirement) for requirement in PROJECT["build-system"]["requires"]} <= versions(BUILD_PINS).keys()


def test_the_lock_for_pip_holds_what_runs_at_the_pinned_versions() -> None:
    assert locked().items() <= versions(PINS).items()
    assert {name_of(requirement) for requirement in PROJECT["project"]["dependencies"]} <= locked().keys()


def test_building_and_testing_use_the_same_versions() -> None:
    shared = versions(PINS).keys() & versions(BUILD_PINS).keys()
    assert {name: versions(PINS)[name] for name in shared} == {name: versions(BUILD_PINS)[name] for name in shared}


def test_the_lock_for_pip_has_hashes_and_no_addresses() -> None:
    packages = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(packages) == len(locked())
    assert [package for package in packages if "--hash=sha256:" not in package] == []
    assert re.findall(r"https?://|--index|--extra-index|--find-links", LOCK) == []


def test_what_is_installed_here_is_what_is_pinned() -> None:
    """Packages that came along unpinned would differ from one machine to the next."""
    here = {plain(found.metadata["Name"]): found.version for found in metadata.distributions()}
    asked = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    ours = needed_by([name_of(requirement) for requirement in asked], here.keys())
    assert "starlette" in ours
    assert {name: here[name] for name in ours} == {name: versions(PINS).get(name) for name in ours}


def needed_by(names: list[str], here: Collection[str]) -> set[str]:
    """The installed packages among these, and those they need, and so on."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        one = waiting.pop()
        if one in here and one not in found:
            found.add(one)
            waiting += [name_of(need) for need in metadata.requires(one) or [] if "extra ==" not in need]
    return found


def test_the_front_end_lock_has_hashes_and_no_addresses() -> None:
    packages = {path: facts for path, facts in PACKAGES.items() if path}
    assert packages
    assert [path for path, facts in packages.items() if not facts.get("integrity", "").startswith("sha512-")] == []
    assert [path for path, facts in packages.items() if "resolved" in facts] == []


def test_the_front_end_lock_is_of_the_packages_we_ask_for() -> None:
    asked = json.loads((ROOT / "package.json").read_text("utf-8"))
    wanted = asked["dependencies"] | asked["devDependencies"]
    assert {name: PACKAGES[f"node_modules/{name}"]["version"] for name in wanted} == wanted
