# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The playbook of the card, and ways to spoil it."""

from collections.abc import Callable
from importlib.resources import files

import pytest


@pytest.fixture(scope="session")
def card() -> str:
    """The text of the file as it is shipped."""
    return files("leerlandschap.playbooks").joinpath("leerlandschap-verkennen.toml").read_text("utf-8")


@pytest.fixture
def spoilt(card: str) -> Callable[[str, str], tuple[str, int]]:
    """The card with the first such text replaced, and the line on which that was."""

    def spoil(old: str, new: str) -> tuple[str, int]:
        before, found, after = card.partition(old)
        assert found, f"the card has no {old!r}"
        return before + new + after, before.count("\n") + 1

    return spoil
