# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Short enough for every day, or as long as was promised: LEERLANDSCHAP_TEST_FAULTS=long. Docs: docs/testing.md."""

import logging
import os
from typing import TypeVar

LONG = os.environ.get("LEERLANDSCHAP_TEST_FAULTS") == "long"
T = TypeVar("T")
log = logging.getLogger(__name__)


def short_or_long(short: T, long: T) -> T:
    return long if LONG else short


def tell(words: str, *facts: object) -> None:
    """For who runs the long form; shown with ``--log-cli-level=INFO``."""
    log.info(words, *facts)
