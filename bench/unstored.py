# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The product's own server with a journal that forgets: every append returns at once. Only for measuring what storing
costs: `python -m bench.unstored serve …` takes what `leerlandschap serve` takes."""

import sys

from leerlandschap.cli import main
from leerlandschap.journal import Batch, Journal


async def _forgotten(self: Journal, batch: Batch) -> None:
    """Nothing is written; the room goes on as if it were."""


if __name__ == "__main__":
    Journal.append = _forgotten  # type: ignore[method-assign]
    sys.exit(main())
