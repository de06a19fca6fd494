# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stances add up to: shares, class, certainty, disagreement, opposition, shift.

Everything follows from six counts per statement and round (a `Tally`) and the `Thresholds` agreed for the workshop.
Pure and standard library only.
"""

from leerlandschap.core.measures.confidence import Certainty, Label, certainty
from leerlandschap.core.measures.kinds import Kind, Region, Thresholds, kind_of, region_of
from leerlandschap.core.measures.mistakes import expected_wrong_labels
from leerlandschap.core.measures.movement import Shift, shift, sign_test
from leerlandschap.core.measures.pace import Pace, found_by_talking, lost_by_talking, paces, quick
from leerlandschap.core.measures.posterior import Probabilities
from leerlandschap.core.measures.spread import disagreement, disagreement_unbiased, opposition
from leerlandschap.core.measures.swaps import Convergence, convergence
from leerlandschap.core.measures.tally import Shares, Tally, shares
from leerlandschap.core.measures.teams import (
    Bound,
    Decomposition,
    ShownShare,
    decompose,
    same_for_all,
    suppressed,
    unanimity_shown,
)

__all__ = [
    "Bound",
    "Certainty",
    "Convergence",
    "Decomposition",
    "Kind",
    "Label",
    "Pace",
    "Probabilities",
    "Region",
    "Shares",
    "Shift",
    "ShownShare",
    "Tally",
    "Thresholds",
    "certainty",
    "convergence",
    "decompose",
    "disagreement",
    "disagreement_unbiased",
    "expected_wrong_labels",
    "found_by_talking",
    "kind_of",
    "lost_by_talking",
    "opposition",
    "paces",
    "quick",
    "region_of",
    "same_for_all",
    "shares",
    "shift",
    "sign_test",
    "suppressed",
    "unanimity_shown",
]
