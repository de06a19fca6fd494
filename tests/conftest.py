# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of the tests, and the databases they are played on."""

import os
import ssl

import pytest

from tests.databases import address as address
from tests.databases import engine as engine
from tests.databases import file as file
from tests.databases import one_more as one_more
from tests.databases import postgres as postgres

# Hundreds of servers are started here, each in a process of its own. Where the machine says that nothing compiled may
# be kept, each would compile the whole program anew: two thirds of its start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Every client of httpx reads all the certificates of the world, also when it speaks plain HTTP to this machine: ten
# times the work of a request. Out of a folder they are read one by one, when they are asked for.
if folder := ssl.get_default_verify_paths().capath:
    os.environ["SSL_CERT_DIR"] = folder
    os.environ.pop("SSL_CERT_FILE", None)


@pytest.hookimpl(optionalhook=True)  # of a plugin that may be left out
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: half of a test with a server or a browser is waiting for it."""
    ours = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return ours + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers last: the driver of Chromium keeps an event loop in this thread, in which nothing else can run one.
    Cables first: Chromium gives up what it is loading when one is plugged in, also by the process beside this one."""
    items.sort(key=lambda each: ("browser" in each.path.parts, each.get_closest_marker("cables") is None))
