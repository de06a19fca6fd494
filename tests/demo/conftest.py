# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One run of each kind, shared by the tests that read what it left."""

from pathlib import Path

import pytest

from tests.demo.running import Run


@pytest.fixture(scope="session")
def dutch(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return Run(tmp_path_factory.mktemp("demo") / "nl", "--participants", "12", "--pace", "fast")


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return Run(tmp_path_factory.mktemp("demo") / "en", "--participants", "6", "--language", "en", "--seed", "3")


@pytest.fixture(scope="session")
def of_three(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return Run(tmp_path_factory.mktemp("demo") / "three", "--participants", "3")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"
