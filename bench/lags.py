# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what the load clients saw to how long somebody waited: they share one clock, and a frame says how far it is."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.rounds import Figures

Numbers = NDArray[Any]
FAR = 32  # bits that no number within a workshop needs


def spread(times: Numbers) -> Figures:
    """Milliseconds: half waited at most ``p50``, one in a hundred longer than ``p99``, nobody longer than ``worst``."""
    if not len(times):
        return {"p50": float("nan"), "p99": float("nan"), "worst": float("nan")}
    half, most, worst = np.percentile(times / 1e6, (50, 99, 100))
    return {"p50": float(half), "p99": float(most), "worst": float(worst)}


def until_seen(
    answers: Numbers, frames: Numbers, groups: Numbers | None = None, shown: Numbers | None = None
) -> Numbers:
    """Of every stance: nanoseconds from when it was due until the first frame that has it in it.

    ``groups`` says of each answer, and ``shown`` of each frame, to which screen it belongs; without them there is one.
    Stances of which no later frame came are left out.
    """
    wanted, ids = answers["seq"].copy(), frames["id"].copy()
    if groups is not None and shown is not None:
        wanted += groups << FAR
        ids += shown << FAR
    order = np.argsort(ids, kind="stable")  # frames of a screen come in their order
    ids, at = ids[order], frames["at"][order]
    place = np.searchsorted(ids, wanted)
    seen = place < len(ids)
    seen[seen] = ids[place[seen]] >> FAR == wanted[seen] >> FAR
    waited: Numbers = at[place[seen]] - answers["due"][seen]
    return waited


def behind(answers: Numbers, arrivals: Numbers) -> Numbers:
    """Of every frame on every screen: nanoseconds since the newest stance in it was answered, drawing included."""
    taken = answers[answers["status"] == 200]
    order = np.argsort(taken["seq"])
    seqs, answered = taken["seq"][order], taken["answered"][order]
    place = np.searchsorted(seqs, arrivals["id"], side="right") - 1
    known = (place >= 0) & (arrivals["id"] <= (seqs[-1] if len(seqs) else -1))
    lag: Numbers = arrivals["at"][known] - answered[place[known]]
    return lag
