# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stances add up to: shares, class, certainty, disagreement, opposition, shift.

Everything follows from six counts per statement and round (a `Tally`) and the `Thresholds` agreed for the workshop.
Pure and standard library only.
"""

from leerlandschap.core.measures.confidence import Certainty, Label, certainty
from leerlandschap.core.measures.kinds import Kind, Region, Thresholds, kind_of, region_of
from leerlandschap.core.measures.movement import Shift, shift, sign_test
from leerlandschap.core.measures.posterior import Probabilities
from leerlandschap.core.measures.spread import disagreement, disagreement_unbiased, opposition
from leerlandschap.core.measures.tally import Shares, Tally, shares

__all__ = [
    "Certainty",
    "Kind",
    "Label",
    "Probabilities",
    "Region",
    "Shares",
    "Shift",
    "Tally",
    "Thresholds",
    "certainty",
    "disagreement",
    "disagreement_unbiased",
    "kind_of",
    "opposition",
    "region_of",
    "shares",
    "shift",
    "sign_test",
]
