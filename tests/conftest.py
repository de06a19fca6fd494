# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of the tests, and the databases they are played on."""

import pytest

from tests.databases import address as address
from tests.databases import engine as engine
from tests.databases import file as file
from tests.databases import one_more as one_more
from tests.databases import postgres as postgres


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers last: the driver of Chromium keeps an event loop in this thread, in which nothing else can run one."""
    items.sort(key=lambda each: "browser" in each.path.parts)
