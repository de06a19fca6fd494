# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Old shapes of events, lifted to today's one version at a time.

To change an event's shape beyond adding a field with a default: raise its number in VERSIONS, and add to LIFTS the
function that turns the former JSON into the new. It stays for ever: what was written is never rewritten.
"""

from collections.abc import Callable
from typing import Any

Raw = dict[str, Any]

VERSIONS: dict[str, int] = {}
LIFTS: dict[tuple[str, int], Callable[[Raw], Raw]] = {}


def lifted(name: str, version: int, raw: Raw) -> Raw:
    """Raises LookupError for a version from the future."""
    for each in range(version, VERSIONS.get(name, 1)):
        raw = LIFTS[name, each](raw)
    if version > VERSIONS.get(name, 1):
        raise LookupError(f"{name} was written in version {version}, which this program does not know")
    return raw
