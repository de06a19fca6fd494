# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many labels are probably wrong."""

from collections.abc import Iterable
from math import fsum

from leerlandschap.core.measures.confidence import Certainty, Label


def expected_wrong_labels(certainties: Iterable[Certainty]) -> float:
    """The sum over statements labelled clear or probable of the chance that their likeliest region is not right.

    0 for none. Hand in the statements one speaks of: only the core ones to say something about the core.
    """
    labelled = (each for each in certainties if each.label is not Label.TOO_FEW)
    return fsum(1 - each.people.of(each.likeliest) for each in labelled)
