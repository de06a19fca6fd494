# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waiting for what must come true by itself; the machine may be slow."""

import time
from collections.abc import Callable
from typing import Any

PATIENCE = 60.0  # seconds


def until(right: Callable[[], Any], within: float = PATIENCE) -> None:
    """Fails when it does not come true."""
    end = time.monotonic() + within
    while not right():
        assert time.monotonic() < end
        time.sleep(0.05)
