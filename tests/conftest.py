# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of the tests."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers last: the driver of Chromium keeps an event loop in this thread, in which nothing else can run one."""
    items.sort(key=lambda each: "browser" in each.path.parts)
