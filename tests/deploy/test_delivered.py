# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What we deliver to run us with names only what there is: settings, files, nodes and ports."""

import re
import shlex
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from leerlandschap.settings import PREFIX, Settings, from_environment
from tests.proxy import DELIVERED

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
IGNORED = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
NODES = ("web1", "web2")
SETTINGS = {f"{PREFIX}{field.name.upper()}" for field in msgspec.structs.fields(Settings)}
LINES = DOCKERFILE.replace("\\\n", " ").splitlines()


def environment(service: str) -> dict[str, str]:
    """As it is when the operator chose nothing but a password."""
    given: dict[str, str] = SERVICES[service]["environment"]
    return {name: _filled_in(value) for name, value in given.items()}


def _filled_in(value: str) -> str:
    return re.sub(r"\$\{(\w+)(?::([-?])([^}]*))?\}", lambda found: found[3] if found[2] == "-" else "geheim", value)


def test_every_setting_that_is_named_is_one() -> None:
    named = set(re.findall(rf"{PREFIX}[A-Z_]+", DOCKERFILE + (ROOT / "compose.yaml").read_text("utf-8")))
    assert named - SETTINGS == set()


@pytest.mark.parametrize("node", NODES)
def test_a_node_starts_with_what_it_is_given(node: str) -> None:
    settings = from_environment({}, environment(node))
    assert settings.database_address == "postgresql://leerlandschap:geheim@database/leerlandschap"
    assert (settings.workers, settings.smtp, settings.base_url) == (1, None, "http://localhost:8080")


def test_the_database_is_made_under_the_name_and_password_that_the_nodes_use() -> None:
    made = environment("database")
    user, database, password = (made[f"POSTGRES_{each}"] for each in ("USER", "DB", "PASSWORD"))
    address = f"postgresql://{user}:{password}@database/{database}"
    assert {environment(node)["LEERLANDSCHAP_DATABASE"] for node in NODES} == {address}


def test_the_proxy_knows_the_nodes_and_the_port_of_the_image() -> None:
    known = re.findall(r"^\s*server (\S+):(\d+) ", DELIVERED.read_text("utf-8"), re.MULTILINE)
    (exposed,) = [line.split()[1] for line in LINES if line.startswith("EXPOSE")]
    assert known == [(node, exposed) for node in NODES]
    assert f"{PREFIX}PORT={exposed}" in DOCKERFILE


def test_the_port_that_is_published_is_the_one_the_proxy_listens_on() -> None:
    (published,) = SERVICES["proxy"]["ports"]
    assert f"listen {published.rpartition(':')[2]};" in DELIVERED.read_text("utf-8")
    assert [name for name in SERVICES if name != "proxy" and "ports" in SERVICES[name]] == []


def test_what_others_wait_for_has_a_check_of_its_health() -> None:
    waited = {name for each in SERVICES.values() for name in each.get("depends_on", {})}
    checked = {name for name in SERVICES if "healthcheck" in SERVICES[name]}
    assert "HEALTHCHECK" in DOCKERFILE  # of the nodes, whose image it is
    assert waited - checked == set(NODES)


def test_what_is_kept_is_kept_in_a_volume() -> None:
    mounted = [line.partition(":")[0] for each in SERVICES.values() for line in each.get("volumes", [])]
    assert {each for each in mounted if not each.startswith(".")} == set(COMPOSE["volumes"])
    assert [each for each in mounted if each.startswith(".") and not (ROOT / each).exists()] == []


def test_images_come_under_their_plain_official_names() -> None:
    ours = [SERVICES[node]["image"] for node in NODES]
    others = [SERVICES[name]["image"] for name in SERVICES if name not in NODES]
    others += [line.split()[1] for line in LINES if line.startswith("FROM")]
    assert ours == ["leerlandschap"] * 2
    assert [each for each in others if not re.fullmatch(r"(postgres|nginx|python):\d[\w.-]*", each)] == []


def test_everything_that_is_copied_into_the_image_is_there_and_not_left_out() -> None:
    copied = [shlex.split(line)[1:-1] for line in LINES if line.startswith("COPY") and "--from" not in line]
    names = [name for each in copied for name in each]
    assert [name for name in names if not (ROOT / name).exists()] == []
    assert IGNORED[4] == "*"
    assert sorted(line[1:] for line in IGNORED if line.startswith("!")) == sorted(names)


def test_it_does_not_run_as_root_and_its_folder_is_its_own() -> None:
    last = LINES[max(number for number, line in enumerate(LINES) if line.startswith("FROM")) :]
    assert [line.split()[1] for line in last if line.startswith("USER")] == ["leerlandschap"]
    assert [line.split()[1] for line in last if line.startswith("VOLUME")] == ["/data"]
    assert any("--require-hashes" in line for line in LINES)
