# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""In what order the lanes lie: firm ground on top, the densest mist below, white spots last."""

from collections.abc import Iterable

from leerlandschap.screens.pictures.place import CORE, GREY, TOO_FEW, Place, mist

ORDER = {CORE: 0, GREY: 1, TOO_FEW: 2}


def ranked(places: Iterable[Place]) -> list[Place]:
    """Firm ground: agree first, the largest share first, what the group overruled last. The number breaks ties."""
    return sorted(places, key=_rank)


def _rank(place: Place) -> tuple[float, ...]:
    counts = place.seen or (0, 0, 0, 0, 0)
    against, agree = sum(counts[:2]), sum(counts[3:])
    share = max(against, agree) / place.answers if place.seen else 0.0
    return (
        ORDER[place.zone],
        place.is_overruled,
        place.is_firm and against > agree,
        mist(place),
        -share,
        place.number,
    )
